using System.Globalization;
using CaseFlow.Workflows.Values;
using CsCheck;

namespace CaseFlow.Workflows.Tests.Values;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("Int32", "42", "42")]
    [InlineData("int32", " 42 ", "42")]
    [InlineData("Int32", "0x1F", "31")]
    [InlineData("Int64", "4294967296", "4294967296")]
    [InlineData("Double", "1.5", "1.5")]
    [InlineData("Decimal", "1.50", "1.50")]
    [InlineData("Boolean", "true", "True")]
    [InlineData("TimeSpan", "00:00:05", "00:00:05")]
    [InlineData("Guid", "{11111111-2222-3333-4444-555555555555}", "11111111-2222-3333-4444-555555555555")]
    [InlineData("DateTime", "2026-01-02", "2026-01-02T00:00:00.0000000+00:00")]
    [InlineData("DateTimeOffset", "2026-01-02T03:04:05+01:00", "2026-01-02T03:04:05.0000000+01:00")]
    [InlineData("ByteArray", "aGk=", "aGk=")]
    [InlineData("String[]", "one, two", "[\"one, two\"]")]
    [InlineData("String[]", "[\"a\",1]", "[\"a\",\"1\"]")]
    [InlineData("ObjectDictionary", "{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1}}")]
    [InlineData("StringDictionary", "{\"a\":1}", "{\"a\":\"1\"}")]
    [InlineData("JSON", "{\"a\":[1,2.5]}", "{\"a\":[1,2.5]}")]
    [InlineData("JSON", "plain", "plain")]
    [InlineData("Object", "{\"k\":1}", "{\"k\":1}")]
    [InlineData("String", "{\"k\":1}", "{\"k\":1}")]
    public void Text_becomes_what_the_type_says(string type, string text, string expected)
    {
        var converted = ValueConverter.Convert(text, Read(type));

        Assert.Null(converted.Failure);
        Assert.Equal(expected, ValueText.Of(converted.Value!));
        Assert.Equal(type is "Object" or "String" || expected == "plain", converted.Value is string);
    }

    [Theory]
    [InlineData("Int32", "abc", "'abc' is no Int32; taken as 0.")]
    [InlineData("Int32", "1.5", "'1.5' is no Int32; taken as 0.")]
    [InlineData("Int32", "9999999999", "'9999999999' is no Int32; taken as 0.")]
    [InlineData("Boolean", "yes", "'yes' is no Boolean; taken as False.")]
    [InlineData("TimeSpan", "soon", "'soon' is no TimeSpan; taken as 00:00:00.")]
    [InlineData("Int32?", "abc", "'abc' is no Int32?; taken as null.")]
    [InlineData("Int32[]", "[1,\"x\"]", "'x' is no Int32; taken as 0.")]
    [InlineData("ObjectDictionary", "text", "'text' is no ObjectDictionary; taken as null.")]
    public void What_cannot_be_converted_becomes_the_default_and_says_so(string type, string text, string failure)
    {
        var converted = ValueConverter.Convert(text, Read(type));

        Assert.Equal(failure, converted.Failure);
        Assert.False(converted.IsFault);
    }

    [Fact]
    public void Broken_json_and_unknown_choices_are_faults()
    {
        var mode = DeclaredType.OneOf("WaitAny", "WaitAll");

        Assert.True(ValueConverter.Convert("{broken", DeclaredType.Json).IsFault);
        Assert.True(ValueConverter.Convert("Never", mode).IsFault);
        Assert.Equal("WaitAll", ValueConverter.Convert("waitall", mode).Value);
        Assert.Equal("WaitAll", ValueConverter.Convert(1, mode).Value);
    }

    [Theory]
    [InlineData("int32?", false, "Int32?")]
    [InlineData("System.String, System.Private.CoreLib", false, "String")]
    [InlineData("IDictionary<String, Object>", false, "ObjectDictionary")]
    [InlineData("System.Collections.Generic.List<System.Int32>", false, "Int32[]")]
    [InlineData("String", true, "String[]")]
    [InlineData("Object[]", false, "Object[]")]
    [InlineData("Byte[]", false, "ByteArray")]
    public void Types_are_read_as_definitions_name_them(string name, bool isArray, string type)
    {
        Assert.True(TypeNames.TryRead(name, isArray, out var read));
        Assert.Equal(type, read.ToString());
    }

    [Theory]
    [InlineData("Elsa.Http.HttpFile")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("<>")]
    [InlineData("?")]
    [InlineData("[]")]
    [InlineData("List<")]
    public void A_type_that_nobody_knows_is_not_read(string? name) =>
        Assert.False(TypeNames.TryRead(name, isCollection: false, out _));

    [Fact]
    public void A_stored_value_comes_back_exactly() =>
        GenValue.All.Sample(value => GenValue.Same(value, StateJson.Read(StateJson.Write(value))));

    [Fact]
    public void No_conversion_ever_throws() =>
        Gen.Select(GenValue.All, Gen.Int[0, TypeNames.Aliases.Length - 1], Gen.Bool)
            .Sample(
                (value, alias, isArray) =>
                {
                    Assert.True(TypeNames.TryRead(TypeNames.Aliases[alias].Key, isArray, out var type));
                    var converted = ValueConverter.Convert(value, type);
                    ValueConverter.Convert(converted.Value is { } given ? ValueText.Of(given) : null, type);
                }
            );

    [Fact]
    public void Plain_json_that_was_read_is_written_the_same_again() =>
        GenValue.All.Sample(value =>
        {
            var once = ValueJson.Write(ValueJson.Read(ValueJson.Write(value)));
            Assert.Equal(once, ValueJson.Write(ValueJson.Read(once)));
        });

    [Fact]
    public void Fifty_levels_are_stored_and_read()
    {
        object? deep = 1L;
        for (var level = 0; level < 50; level++)
        {
            deep = new Dictionary<string, object?> { ["$"] = deep };
        }

        Assert.True(GenValue.Same(deep, StateJson.Read(StateJson.Write(deep))));
    }

    private static DeclaredType Read(string name) =>
        TypeNames.TryRead(name, isCollection: false, out var type)
            ? type
            : throw new ArgumentException(name.ToString(CultureInfo.InvariantCulture), nameof(name));
}
