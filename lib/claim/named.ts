/** The quantities of a claim that are named once and used by name: `{ "kind": "named", "name": "us_share" }`. */

type Named = { kind: 'named'; name: string; label?: string };
type Quantities = Readonly<Record<string, object>>;
type WithQuantities = { quantities: Quantities };
type Problem = { path: PropertyKey[]; message: string };

const isNamed = (value: object): value is Named => 'kind' in value && value.kind === 'named';

/** Names that lead to no quantity, and quantities that are made from themselves. */
export function unresolvedNames(claim: WithQuantities): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, path: PropertyKey[], through: string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!isNamed(value)) {
      const inner = Array.isArray(value) ? value.entries() : Object.entries(value);
      for (const [key, one] of inner) visit(one, [...path, key], through);
      return;
    }
    const { name } = value;
    const found = claim.quantities[name];
    if (!found) problems.push({ path, message: `no quantity "${name}"` });
    else if (name === through[0])
      problems.push({
        path: ['quantities', name],
        message: `made from itself: ${[...through, name].join(' → ')}`,
      });
    else if (through.length > 0 && !through.includes(name)) visit(found, path, [...through, name]);
  };
  const { quantities, ...rest } = claim;
  for (const [name, one] of Object.entries(quantities)) visit(one, ['quantities', name], [name]);
  visit(rest, [], []);
  return problems;
}

/** The claim with each quantity in the place of its name. */
export function namesResolved<C extends WithQuantities>(claim: C): C {
  const replaced = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(replaced);
    if (!isNamed(value))
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one)]));
    const { kind: _, name, ...label } = value;
    return replaced({ ...claim.quantities[name], ...label });
  };
  return replaced(claim) as C;
}
