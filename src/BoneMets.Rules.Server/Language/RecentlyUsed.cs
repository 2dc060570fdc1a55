using System.Diagnostics.CodeAnalysis;

namespace BoneMets.Rules.Server.Language;

/// <summary>Keeps the values that were used last. Thread safe.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int most) where TKey : notnull
{
    private readonly Lock door = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> byKey = [];
    private readonly LinkedList<(TKey Key, TValue Value)> order = new();

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
    public TValue Keep(TKey key, TValue value)
    {
        lock (door)
        {
            if (byKey.TryGetValue(key, out var known))
            {
                Touch(known);
                return known.Value.Value;
            }
            byKey[key] = order.AddFirst((key, value));
            if (order.Count <= most) return value;
            byKey.Remove(order.Last!.Value.Key);
            order.RemoveLast();
            return value;
        }
    }

    public void Forget(TKey key)
    {
        lock (door)
        {
            if (byKey.Remove(key, out var node)) order.Remove(node);
        }
    }

    private void Touch(LinkedListNode<(TKey Key, TValue Value)> node)
    {
        order.Remove(node);
        order.AddFirst(node);
    }
}
