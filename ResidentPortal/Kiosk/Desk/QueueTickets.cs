using System.Globalization;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Desk;

/// <summary>
/// Numbers of a queue for a day on which nothing else can be done: a letter for each device and a count. Nothing of anybody is in them, they are held in memory alone,
/// and those of yesterday are forgotten.
/// </summary>
internal sealed class QueueTickets(Moments moments)
{
    private const int Letters = 26;
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (int Letter, int Count)> _today = [];
    private DateOnly _day;

    /// <summary>The next number of a device, such as A-17.</summary>
    public string Next(Guid device)
    {
        lock (_lock)
        {
            if (DateOnly.FromDateTime(moments.Now) is var today && today != _day)
            {
                _day = today;
                _today.Clear();
            }

            var (letter, count) = _today.GetValueOrDefault(device, (_today.Count, 0));
            _today[device] = (letter, count + 1);
            return string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (letter % Letters))}-{count + 1}");
        }
    }
}
