namespace ResidentPortal.Sandbox;

/// <summary>One thread-safe part of the platform's state: an immutable content that is replaced as a whole, so that a call can be undone.</summary>
internal sealed class Kept<TContent>(TContent initial)
    where TContent : class
{
    private readonly Lock _gate = new();
    private TContent _content = initial;

    internal TContent Content
    {
        get
        {
            lock (_gate)
            {
                return _content;
            }
        }
    }

    /// <summary>Replaces the content in one step that nobody can interleave with.</summary>
    internal TResult Change<TResult>(Func<TContent, (TContent Content, TResult Result)> change)
    {
        lock (_gate)
        {
            (_content, var result) = change(_content);
            return result;
        }
    }

    /// <summary>Replaces the content in one step.</summary>
    internal void Replace(Func<TContent, TContent> change)
    {
        lock (_gate)
        {
            _content = change(_content);
        }
    }

    /// <summary>Remembers the content; the returned action puts it back.</summary>
    internal Action Remember()
    {
        var content = Content;
        return () => Replace(_ => content);
    }
}
