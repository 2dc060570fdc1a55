using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Compilation;

/// <summary>Where the generated code finds an object's facts. <see cref="Owner"/> is the loop body that the frame is local to; null = known everywhere.</summary>
internal abstract record FrameSource(ObjectSchema Schema, string Name, CodeBlock? Owner)
{
    /// <summary>The C# expression, declared in <paramref name="step"/> (or the owner) when it needs a local.</summary>
    public abstract string Use(CodeBlock step);
}

internal sealed record InputFrame(ObjectSchema Schema, string Name) : FrameSource(Schema, Name, null)
{
    public override string Use(CodeBlock step) => $"s.{Name}";
}

internal sealed record ElementFrame(ObjectSchema Schema, string Name, CodeBlock Body) : FrameSource(Schema, Name, Body)
{
    public override string Use(CodeBlock step) => Name;
}

/// <summary>A nested object, or the frame of unknowns at <see cref="Absent"/> when it was not given.</summary>
internal sealed record NestedFrame(ObjectSchema Schema, string Name, FrameSource Parent, int Slot, int Absent) : FrameSource(Schema, Name, Parent.Owner)
{
    public override string Use(CodeBlock step)
    {
        var parent = Parent.Use(step);
        (Owner ?? step).Declare(Name, $"FactFrame {Name} = {parent}.Objects[{Literal.Whole(Slot)}] ?? s.absent[{Literal.Whole(Absent)}]; unsure |= {Name}.HasLongNumbers;");
        return Name;
    }
}
