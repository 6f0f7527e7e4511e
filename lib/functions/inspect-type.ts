import type { ts } from 'ts-json-schema-generator';
import type { Problem } from '../errors/validation-error.js';
import type { Generator } from './load-generator.js';
import { sourceProblem } from './source-problem.js';

/** The place of a type. */
interface Place {
  /** As problems show it, such as `query.filter`. */
  readonly path: string;
  /** The node for problems: the parameter, or the declaration of the property. */
  readonly node: ts.Node;
}

/** Facts about a type that its schema does not contain. */
export interface Inspection {
  readonly problems: readonly Problem[];
  /** Whether the type of the schema equals the type itself. False for enums, template literals, tuples and brands. */
  readonly isExact: boolean;
  /** Whether it contains `unknown`, whose schema is empty. */
  readonly hasUnknown: boolean;
}

/**
 * Finds the parts of a parameter's type that JSON Schema cannot express. The generator silently converts most of them
 * to `{}`, which accepts any input.
 */
export function inspectType(
  type: ts.Type,
  place: Place,
  generator: Generator,
  program: ts.Program,
): Inspection {
  const inspector = new TypeInspector(generator.ts, program);
  inspector.inspect(type, place);
  return inspector;
}

class TypeInspector implements Inspection {
  readonly problems: Problem[] = [];
  isExact = true;
  hasUnknown = false;
  readonly #ts: Generator['ts'];
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #seen = new Set<ts.Type>();

  constructor(compiler: Generator['ts'], program: ts.Program) {
    this.#ts = compiler;
    this.#program = program;
    this.#checker = program.getTypeChecker();
  }

  inspect(type: ts.Type, place: Place): void {
    if (this.#seen.has(type)) return;
    this.#seen.add(type);
    const reason = this.#refusal(type);
    if (reason !== undefined) {
      this.problems.push(sourceProblem(place.node, 'function-type', `parameter ${place.path}: ${reason}`));
      return;
    }
    const { TypeFlags } = this.#ts;
    if (type.flags & (TypeFlags.EnumLike | TypeFlags.TemplateLiteral)) this.isExact = false;
    else if (type.flags & TypeFlags.Unknown) this.hasUnknown = true;
    else if (type.isUnion()) this.#inspectUnion(type, place);
    else if (type.isIntersection()) this.#inspectIntersection(type, place);
    else if (type.flags & TypeFlags.Object) this.#inspectObject(type, place);
  }

  #inspectUnion(type: ts.UnionType, place: Place): void {
    for (const member of type.types) {
      // An optional property may be left out, which is the only form of `undefined` in JSON.
      if (!(member.flags & this.#ts.TypeFlags.Undefined)) this.inspect(member, place);
    }
  }

  #inspectIntersection(type: ts.IntersectionType, place: Place): void {
    const isBrand = type.types.some((part) => (part.flags & this.#ts.TypeFlags.Object) === 0);
    if (isBrand) this.isExact = false;
    else this.#inspectObject(type, place);
  }

  #inspectObject(type: ts.Type, place: Place): void {
    const checker = this.#checker;
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      if (checker.isTupleType(type)) this.isExact = false;
      // An array type is a reference to `Array` with one argument; a tuple has one for each item.
      for (const item of checker.getTypeArguments(type as ts.TypeReference))
        this.inspect(item, { ...place, path: `${place.path}[]` });
      return;
    }
    for (const { type: value } of checker.getIndexInfosOfType(type))
      this.inspect(value, { ...place, path: `${place.path}[…]` });
    for (const property of checker.getPropertiesOfType(type)) {
      const inside = { path: `${place.path}.${property.name}`, node: this.#nodeOf(property) ?? place.node };
      const value = checker.getTypeOfSymbolAtLocation(property, inside.node);
      const isOptional = (property.flags & this.#ts.SymbolFlags.Optional) !== 0;
      if (!isOptional && checker.getNonNullableType(value) !== value && this.#takesUndefined(value))
        this.isExact = false;
      this.inspect(value, inside);
    }
  }

  #takesUndefined(type: ts.Type): boolean {
    return type.isUnion() && type.types.some(({ flags }) => (flags & this.#ts.TypeFlags.Undefined) !== 0);
  }

  /** The declaration of a property, if it is in a file of the user. */
  #nodeOf(property: ts.Symbol): ts.Node | undefined {
    const [node] = property.declarations ?? [];
    const source = node?.getSourceFile();
    if (source === undefined || source.fileName.includes('/node_modules/')) return undefined;
    return this.#program.isSourceFileDefaultLibrary(source) ? undefined : node;
  }

  #refusal(type: ts.Type): string | undefined {
    const { TypeFlags, SymbolFlags } = this.#ts;
    const written = this.#checker.typeToString(type);
    if (type.flags & TypeFlags.Any)
      return 'any does not describe its values: write its type, or unknown if any value will do';
    if (type.flags & TypeFlags.BigIntLike) return 'JSON has no bigint: take a number, or a string';
    if (type.flags & TypeFlags.ESSymbolLike) return 'JSON has no symbols: take a string';
    if (type.flags & TypeFlags.Never) return 'never has no values: write the type of what it takes';
    if (type.flags & TypeFlags.TypeParameter)
      return `${written} is a type parameter: a tool has one type, so write it in its place`;
    if (type.flags & (TypeFlags.Undefined | TypeFlags.Void))
      return `JSON has no ${written}: write the type of what it takes`;
    // A type that the compiler has not resolved depends on a type parameter.
    if (type.flags & (TypeFlags.Instantiable & ~TypeFlags.TemplateLiteral))
      return `${written} depends on a type parameter: write the type itself`;
    if (
      !(type.flags & TypeFlags.Object) ||
      this.#checker.isArrayType(type) ||
      this.#checker.isTupleType(type)
    )
      return undefined;
    if (type.getCallSignatures().length + type.getConstructSignatures().length > 0)
      return 'JSON has no functions: take the result of the function, or leave it out';
    const symbol = type.getSymbol();
    const [declaration] = symbol?.declarations ?? [];
    const isOfLibrary =
      declaration !== undefined && this.#program.isSourceFileDefaultLibrary(declaration.getSourceFile());
    if (isOfLibrary && (symbol?.flags ?? 0) & (SymbolFlags.Interface | SymbolFlags.Class))
      return written === 'Date'
        ? 'JSON has no Date: take a string, with {@format date-time} in its @param'
        : `JSON has no ${written}: take a string, a number, an array or a plain object`;
    const properties = this.#checker.getPropertiesOfType(type);
    const hidden = properties.find((property) => this.#isHidden(property));
    if (hidden !== undefined)
      return `${written} has ${hidden.name}, which JSON does not carry: take an object of its data`;
    if (properties.length === 0 && this.#checker.getIndexInfosOfType(type).length === 0)
      return `${written} does not declare its properties: write them, or Record<string, unknown>`;
    return undefined;
  }

  /** Methods, accessors, and private members. */
  #isHidden(property: ts.Symbol): boolean {
    const { SymbolFlags, ModifierFlags, getCombinedModifierFlags } = this.#ts;
    if (property.flags & (SymbolFlags.Method | SymbolFlags.Accessor)) return true;
    if (property.name.startsWith('__@') || property.name.startsWith('__#')) return true;
    const [node] = property.declarations ?? [];
    const modifiers = node === undefined ? 0 : getCombinedModifierFlags(node);
    return (modifiers & (ModifierFlags.Private | ModifierFlags.Protected)) !== 0;
  }
}
