using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads the customers and contacts of one scenario. A name stands for the same person throughout.</summary>
internal sealed class PeopleReader(ProblemList problems)
{
    private readonly Dictionary<string, CustomerFacts> known = new(StringComparer.Ordinal);

    public ImmutableDictionary<Guid, CustomerFacts> All => known.Values.ToImmutableDictionary(person => person.Id);

    /// <summary>The customer; null where it is <c>none</c>.</summary>
    public CustomerFacts? ReadCustomer(YamlNode? node) => Read(node, "account", customer: null);

    /// <summary>The contact, who belongs to the customer unless the scenario names another account; null for <c>none</c>.</summary>
    public CustomerFacts? ReadContact(YamlNode? node, CustomerFacts? customer) => Read(node, "contact", customer);

    /// <summary>Whom a case is for where nobody says.</summary>
    public CustomerFacts Somebody() => Find("Somebody", "account");

    private CustomerFacts? Read(YamlNode? node, string kind, CustomerFacts? customer)
    {
        if (node is YamlScalar { IsPlain: true, Value: ProcessWords.None })
        {
            return null;
        }

        var name = node is YamlMapping ? node.At(PersonKeys.Name).AsScalar() : node.AsScalar();
        if (name is null)
        {
            return null;
        }

        if (known.TryGetValue(name.Value, out var person))
        {
            CheckSame(name, node!);
            return person;
        }

        var found = Find(name.Value, node.At(PersonKeys.Kind).AsText() ?? kind) with
        {
            Email = node.At(PersonKeys.Email).AsText(),
            Phone = node.At(PersonKeys.Phone).AsText(),
            Tier = node.At(PersonKeys.Tier).AsText(),
            Account = AccountOf(node, customer),
        };
        return known[name.Value] = found;
    }

    private Guid? AccountOf(YamlNode? node, CustomerFacts? customer) =>
        node.At(PersonKeys.Account).AsText() is { } account ? Find(account, "account").Id
        : customer is { Kind: "contact", Account: { } shared } ? shared
        : customer?.Id;

    private CustomerFacts Find(string name, string kind)
    {
        if (!known.TryGetValue(name, out var person))
        {
            person = new CustomerFacts(IdOf(known.Count + 1), kind, name, null, null, null, null);
            known.Add(name, person);
        }

        return person;
    }

    private void CheckSame(YamlScalar name, YamlNode node)
    {
        if (node.Entries().Length > 1)
        {
            problems.Add(
                name.Start,
                ProblemCodes.PersonAgain,
                $"'{name.Value}' is described above already; write only the name here, or choose another one"
            );
        }
    }

    private static Guid IdOf(int number) => new(0, 0, 1, 0, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number);
}
