namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>Puts the blocks of a letter on pages. A block that is longer than what is left goes on overleaf, but no heading stays behind without its text, and no single line of many.</summary>
internal static class LetterLayout
{
    private const float Top = 24;
    private const float Foot = 274;
    private const int FewLines = 2;

    /// <summary>The pages, each from top to foot.</summary>
    public static List<List<LetterPiece>> Of(IReadOnlyList<LetterBlock> blocks)
    {
        List<List<LetterPiece>> pages = [[]];
        var y = Top;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (y > Top && y + Start(blocks, i) > Foot)
            {
                Turn();
            }

            y += y > Top || block.HasPanel ? block.Before : 0;
            var rest = block.Bands;
            while (rest.Count > 0)
            {
                var count = Math.Max(1, Fitting(block, rest, Foot - y));
                pages[^1].Add(new LetterPiece(block, [.. rest.Take(count)], y, IsContinued: rest.Count < block.Bands.Count));
                y += rest.Take(count).Sum(band => band.Height);
                rest = [.. rest.Skip(count)];
                if (rest.Count > 0)
                {
                    Turn();
                }
            }

            y += block.After;
        }

        return pages;

        void Turn()
        {
            pages.Add([]);
            y = Top;
        }
    }

    private static int Fitting(LetterBlock block, IReadOnlyList<LetterBand> bands, float room)
    {
        var (count, used) = (0, 0f);
        while (count < bands.Count && (block.HasPanel || used + bands[count].Height <= room))
        {
            used += bands[count++].Height;
        }

        return bands.Count - count == 1 && count > FewLines ? count - 1 : count; // two lines overleaf rather than one
    }

    // How much of the page must be left for a block to begin on it.
    private static float Start(IReadOnlyList<LetterBlock> blocks, int index)
    {
        var block = blocks[index];
        var isWhole = block.HasPanel || block.StaysWithNext || block.Bands.Count <= FewLines + 1;
        return block.Before + block.Bands.Take(isWhole ? block.Bands.Count : FewLines).Sum(band => band.Height) + (block.HasPanel ? LetterBlocks.PanelRoom : 0)
            + (block.StaysWithNext && index + 1 < blocks.Count ? Start(blocks, index + 1) : 0);
    }
}

/// <summary>A block, or a part of it, at its place on a page.</summary>
/// <param name="Block">The block.</param>
/// <param name="Bands">The lines that stand here.</param>
/// <param name="Top">Where they begin.</param>
/// <param name="IsContinued">Whether others of the block stand on a page before.</param>
internal sealed record LetterPiece(LetterBlock Block, IReadOnlyList<LetterBand> Bands, float Top, bool IsContinued);
