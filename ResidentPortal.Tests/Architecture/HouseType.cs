using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ResidentPortal.Tests.Architecture;

/// <summary>A type that is named somewhere, and the assembly it was named in.</summary>
internal sealed record Reference(string Assembly, string Type)
{
    public bool IsIn(string space) => Type.StartsWith(space + ".", StringComparison.Ordinal);
}

/// <summary>A member of another type that is called.</summary>
internal sealed record Call(string Type, string Member);

/// <summary>A compiled type of the house, with everything it and the types nested in it name: in signatures, attributes and bodies.</summary>
internal sealed class HouseType
{
    private readonly HashSet<Reference> _references = [];
    private readonly HashSet<Call> _calls = [];

    public HouseType(TypeDefinition definition)
    {
        Definition = definition;
        Namespace = House.NameOf(definition.Namespace + ".").TrimEnd('.');
        Name = definition.Name;
        Read(definition);
    }

    public TypeDefinition Definition { get; }

    public string Namespace { get; }

    public string Name { get; }

    public string FullName => $"{Namespace}.{Name}";

    public IReadOnlySet<Reference> References => _references;

    public IReadOnlySet<Call> Calls => _calls;

    /// <summary>The folder of Core the type stands in; null outside Core and directly under its root.</summary>
    public string? Feature => Namespace.Split('.') is ["ResidentPortal", "Core", var feature, ..] ? feature : null;

    /// <summary>The folder of the portal the type stands in.</summary>
    public string? Part => Namespace.Split('.') is ["ResidentPortal", not "Core", ..] parts ? parts[1] : null;

    public bool IsIn(string space) => string.Equals(Namespace, space, StringComparison.Ordinal) || Namespace.StartsWith(space + ".", StringComparison.Ordinal);

    public override string ToString() => FullName;

    private void Read(TypeDefinition type)
    {
        Add(type.BaseType);
        Read(type.CustomAttributes);
        foreach (var implemented in type.Interfaces)
        {
            Add(implemented.InterfaceType);
        }

        foreach (var constraint in type.GenericParameters.SelectMany(parameter => parameter.Constraints))
        {
            Add(constraint.ConstraintType);
        }

        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            Read(field.CustomAttributes);
        }

        foreach (var property in type.Properties)
        {
            Read(property.CustomAttributes);
        }

        foreach (var method in type.Methods)
        {
            Read(method);
        }

        foreach (var nested in type.NestedTypes)
        {
            Read(nested);
        }
    }

    private void Read(MethodDefinition method)
    {
        Add(method.ReturnType);
        Read(method.CustomAttributes);
        foreach (var parameter in method.Parameters)
        {
            Add(parameter.ParameterType);
            Read(parameter.CustomAttributes);
        }

        if (!method.HasBody)
        {
            return;
        }

        foreach (var variable in method.Body.Variables)
        {
            Add(variable.VariableType);
        }

        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Add(handler.CatchType);
        }

        foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand))
        {
            Read(operand);
        }
    }

    private void Read(object? operand)
    {
        switch (operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case MethodReference called:
                Add(called.DeclaringType);
                Add(called.ReturnType);
                foreach (var parameter in called.Parameters)
                {
                    Add(parameter.ParameterType);
                }

                if (called is GenericInstanceMethod generic)
                {
                    foreach (var argument in generic.GenericArguments)
                    {
                        Add(argument);
                    }
                }

                _calls.Add(new Call(House.NameOf(called.DeclaringType.GetElementType().FullName), called.Name));
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
        }
    }

    private void Read(IEnumerable<CustomAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(attribute.AttributeType);
            foreach (var argument in attribute.HasConstructorArguments ? attribute.ConstructorArguments.ToArray() : [])
            {
                Add(argument.Value as TypeReference);
            }
        }
    }

    private void Add(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                Add(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                {
                    Add(argument);
                }

                return;
            case TypeSpecification wrapped:
                Add(wrapped.ElementType);
                return;
        }

        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        var assembly = type.Scope is AssemblyNameReference other ? other.Name : type.Module.Assembly.Name.Name;
        _references.Add(new Reference(assembly, House.NameOf(type.FullName)));
    }
}
