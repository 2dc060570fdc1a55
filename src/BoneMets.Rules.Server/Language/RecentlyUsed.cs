using System.Diagnostics.CodeAnalysis;

namespace BoneMets.Rules.Server.Language;

/// <summary>
/// Keeps the values that were used last, by number and by weight: nobody fills the memory by sending large ones. Where keys are versions of
/// something (<see cref="VersionOf"/>), so many of each are kept: whoever types makes a new one with every key. Thread safe.
/// </summary>
internal sealed class RecentlyUsed<TKey, TValue>(int most, long mostWeight = long.MaxValue) where TKey : notnull
{
    /// <summary>What a key is a version of.</summary>
    public Func<TKey, string>? VersionOf { get; init; }

    public int MostVersions { get; init; } = int.MaxValue;

    private readonly Lock door = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> byKey = [];
    private readonly LinkedList<Entry> order = new();
    private long total;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (door)
        {
            var found = byKey.TryGetValue(key, out var node);
            if (found) Touch(node!);
            value = found ? node!.Value.Value : default;
            return found;
        }
    }

    /// <summary>The value that is there already, else the given one, which is kept from now on.</summary>
    public TValue Keep(TKey key, TValue value, long weight = 0)
    {
        lock (door)
        {
            if (byKey.TryGetValue(key, out var known))
            {
                Touch(known);
                return known.Value.Value;
            }
            byKey[key] = order.AddFirst(new Entry(key, value, weight));
            total += weight;
            if (VersionOf is not null) RemoveOldest(VersionOf, VersionOf(key));
            while (order.Count > most || (total > mostWeight && order.Count > 1)) Remove(order.Last!);
            return value;
        }
    }

    public int Count
    {
        get
        {
            lock (door) return order.Count;
        }
    }

    public void Forget(TKey key)
    {
        lock (door)
        {
            if (byKey.TryGetValue(key, out var node)) Remove(node);
        }
    }

    private void RemoveOldest(Func<TKey, string> versionOf, string of)
    {
        var count = 0;
        for (var node = order.First; node is not null;)
        {
            var next = node.Next;
            if (versionOf(node.Value.Key) == of && ++count > MostVersions) Remove(node);
            node = next;
        }
    }

    private void Touch(LinkedListNode<Entry> node)
    {
        order.Remove(node);
        order.AddFirst(node);
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        byKey.Remove(node.Value.Key);
        order.Remove(node);
        total -= node.Value.Weight;
    }

    private sealed record Entry(TKey Key, TValue Value, long Weight);
}
