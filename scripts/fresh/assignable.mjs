import { members } from './program.mjs';

/**
 * The fields of two types whose values do not fit, as `block text.citations`: a union is compared member by member, by
 * what its `type` says. Fields that only one side has are in the lists of names.
 */
export function misfits(checker, name, official, ours) {
  const [theirs, own] = [byType(checker, official), byType(checker, ours)];
  return [...theirs].flatMap(([type, member]) => {
    const other = own.get(type);
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

/** The fields of an object that are not declared here. */
export function missingFields(checker, name, official, ours) {
  const [theirs, own] = [byType(checker, official), byType(checker, ours)];
  return [...theirs].flatMap(([type, member]) => {
    const other = own.get(type);
    if (other === undefined) return [];
    return checker
      .getPropertiesOfType(member)
      .filter((field) => checker.getPropertyOfType(other, field.name) === undefined)
      .map((field) => `${name} ${type === '' ? '' : `${type}.`}${field.name}`);
  });
}

/** The members of a union by their `type`; an object that is none is the only one, under an empty text. */
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
