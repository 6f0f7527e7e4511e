import { members } from './program.mjs';

/**
 * The fields that both types have and whose types are incompatible, such as `block text.citations`. The members of a union
 * are compared by their `type`. Fields that only the official type has are reported by `missingFields()`.
 */
export function incompatibleFields(checker, name, official, ours) {
  const [officialMembers, ourMembers] = [byType(checker, official), byType(checker, ours)];
  return [...officialMembers].flatMap(([type, member]) => {
    const other = ourMembers.get(type);
    if (other === undefined) return [];
    return checker.getPropertiesOfType(member).flatMap((field) => {
      const counterpart = checker.getPropertyOfType(other, field.name);
      if (counterpart === undefined) return [];
      const fits = checker.isTypeAssignableTo(
        checker.getTypeOfSymbol(field),
        checker.getTypeOfSymbol(counterpart),
      );
      return fits ? [] : [`${name} ${type === '' ? '' : `${type}.`}${field.name}`];
    });
  });
}

/** The fields of the official type that our type does not declare. */
export function missingFields(checker, name, official, ours) {
  const [officialMembers, ourMembers] = [byType(checker, official), byType(checker, ours)];
  return [...officialMembers].flatMap(([type, member]) => {
    const other = ourMembers.get(type);
    if (other === undefined) return [];
    return checker
      .getPropertiesOfType(member)
      .filter((field) => checker.getPropertyOfType(other, field.name) === undefined)
      .map((field) => `${name} ${type === '' ? '' : `${type}.`}${field.name}`);
  });
}

/** The members of a union by their `type`. A type that is not a union is the only entry, under the empty string. */
function byType(checker, type) {
  if (!type.isUnion()) return new Map([['', type]]);
  const found = new Map();
  for (const member of members(type)) {
    const property = member.getProperty('type');
    for (const each of property ? members(checker.getTypeOfSymbol(property)) : [])
      if (each.isStringLiteral()) found.set(each.value, member);
  }
  return found;
}
