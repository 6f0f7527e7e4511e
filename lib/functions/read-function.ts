import type { SchemaGenerator, ts } from 'ts-json-schema-generator';
import { isObject } from '../base/is-object.js';
import { messageOf } from '../base/message-of.js';
import type { Problem } from '../errors/validation-error.js';
import type { RawSchema } from '../schema/walk-schema.js';
import { Definitions } from './definitions.js';
import { type Described, keywordTags } from './documentation.js';
import type { ExportedFunction } from './exported-functions.js';
import type { Argument, FunctionTool } from './function-tool.js';
import { type Inspection, inspectType } from './inspect-type.js';
import { isWiderThanType } from './is-wider-than-type.js';
import { jsonSchemaOf } from './json-schema-of.js';
import type { Generator } from './load-generator.js';
import { literalOf, type Parameter, parametersOf } from './parameters.js';
import { type FunctionRule, sourceProblem } from './source-problem.js';

/** What is needed to read a function. */
export interface ReaderTools {
  readonly generator: Generator;
  readonly program: ts.Program;
  readonly schemas: SchemaGenerator;
}

/** Reads a function as a tool, or adds its problems. */
export function readFunction(
  from: ExportedFunction,
  tools: ReaderTools,
  problems: Problem[],
): FunctionTool | undefined {
  const reader = new FunctionReader(from, tools);
  const tool = reader.read();
  problems.push(...reader.problems);
  return reader.problems.length > 0 ? undefined : tool;
}

/** A parameter with its schema. */
interface ReadParameter extends Parameter {
  readonly schema: RawSchema;
  readonly isExact: boolean;
}

class FunctionReader {
  readonly problems: Problem[] = [];
  readonly #from: ExportedFunction;
  readonly #tools: ReaderTools;
  readonly #checker: ts.TypeChecker;
  readonly #definitions = new Definitions();

  constructor(from: ExportedFunction, tools: ReaderTools) {
    this.#from = from;
    this.#tools = tools;
    this.#checker = tools.program.getTypeChecker();
  }

  read(): FunctionTool {
    const { name, exportName, signature, documentation, node } = this.#from;
    const { description, tags } = documentation;
    if (description === '') {
      const message = `${name} has no description: write what it does in a comment above it, /** … */`;
      this.#refuse(node, 'function-description', message);
    }
    for (const tag of tags.keys()) {
      if (!keywordTags.has(tag)) continue;
      const message = `@${tag} of ${name} is for a parameter: write {@${tag} …} in the text of its @param`;
      this.#refuse(node, 'function-tag', message);
    }
    const toolName = tags.get('toolName') ?? snakeCase(name);
    if (!/^[\w-]{1,128}$/.test(toolName) || /[^ -~]/.test(toolName)) {
      const message = `a tool name has 1 to 128 letters, digits, _ and -, not ${toolName}: name ${name} with @toolName`;
      this.#refuse(node, 'function-name', message);
    }
    if (signature.getTypeParameters() !== undefined) {
      const message = `${name} has type parameters: a tool has one type, so write the types in their place`;
      this.#refuse(node, 'function-signature', message);
    }
    const { inputSchema, args } = this.#readParameters();
    return { toolName, exportName, name, description, inputSchema, arguments: args };
  }

  #readParameters(): { readonly inputSchema: RawSchema; readonly args: readonly Argument[] } {
    const parameters = parametersOf(this.#from.signature, this.#tools.generator, this.#checker);
    const context = parameters.findIndex(({ isContext }) => isContext);
    if (context !== -1 && context !== parameters.length - 1) {
      const message = 'ToolContext must be the last parameter: the model does not write it';
      this.#refuse(parameters[context]?.declaration ?? this.#from.node, 'function-signature', message);
    }
    const read = parameters.flatMap((parameter) =>
      parameter.isContext ? [] : this.#readParameter(parameter),
    );
    const args = read.map(
      ({ name, isExact, isRest }): Argument => ({ from: 'input', property: name, isExact, isRest }),
    );
    const [only] = read;
    const isWhole =
      only !== undefined && read.length === 1 && parameters.length - read.length <= 1 && this.#isInput(only);
    const inputSchema = isWhole ? this.#inputOfObject(only) : this.#inputOfList(read);
    const all = isWhole ? args.map((argument) => ({ ...argument, property: undefined })) : args;
    return { inputSchema, args: context === -1 ? all : [...all, { from: 'context' }] };
  }

  #readParameter(parameter: Parameter): readonly ReadParameter[] {
    const { declaration, type, name } = parameter;
    const { generator, program, schemas } = this.#tools;
    const place = { path: this.#isPattern(declaration) ? 'input' : name, node: declaration };
    const inspection = inspectType(type, place, generator, program);
    this.problems.push(...inspection.problems);
    if (inspection.problems.length > 0) return [];
    const node = declaration.type ?? this.#typeNodeOf(parameter);
    try {
      const schema = this.#definitions.add(jsonSchemaOf(node, schemas));
      this.#checkSchema(schema, inspection, parameter);
      return [
        {
          ...parameter,
          name: place.path,
          schema: this.#withDefault(schema, declaration.initializer),
          isExact: inspection.isExact,
        },
      ];
    } catch (error) {
      const message = `parameter ${place.path}: its type cannot be expressed in JSON Schema: ${messageOf(error)}`;
      this.#refuse(declaration, 'function-type', message);
      return [];
    }
  }

  /** The last check: the generator writes `{}`, or a wider type, for everything else that it does not support. */
  #checkSchema(schema: RawSchema, { hasUnknown }: Inspection, { name, declaration, type }: Parameter): void {
    const resolve = (each: RawSchema) => this.#definitions.resolve(each);
    const isLost = !hasUnknown && acceptsAnything(schema);
    if (!isLost && !isWiderThanType(schema, type, this.#checker, resolve)) return;
    const written = this.#checker.typeToString(type);
    const message = `parameter ${name}: ${written} cannot be expressed in JSON Schema: write its type out`;
    this.#refuse(declaration, 'function-type', message);
  }

  #typeNodeOf({ type, declaration }: Parameter): ts.Node {
    const flags = this.#tools.generator.ts.NodeBuilderFlags.NoTruncation;
    const widened = this.#checker.getBaseTypeOfLiteralType(type);
    const node = this.#checker.typeToTypeNode(widened, declaration, flags);
    if (node === undefined) throw new TypeError('write its type');
    return node;
  }

  #withDefault(schema: RawSchema, initializer: ts.Expression | undefined): RawSchema {
    const literal = literalOf(initializer, this.#tools.generator.ts, this.#checker);
    return literal === undefined ? schema : { ...schema, default: literal.value };
  }

  #isPattern({ name }: ts.ParameterDeclaration): boolean {
    return !this.#tools.generator.ts.isIdentifier(name);
  }

  /** Whether a parameter is the whole input: an object whose properties are known. */
  #isInput({ schema, isOptional, isRest }: ReadParameter): boolean {
    const { type, properties, required } = this.#definitions.resolve(schema);
    if (isRest || type !== 'object' || !isObject(properties)) return false;
    // An optional parameter with required properties stays a property of the input.
    return !isOptional || !Array.isArray(required) || required.length === 0;
  }

  #inputOfObject(parameter: ReadParameter): RawSchema {
    const { description: _, default: __, ...object } = this.#definitions.resolve(parameter.schema);
    const described = Object.entries(Object(object.properties)).map(([name, value]) => {
      const comment = this.#commentFor(`${parameter.name}.${name}`, name);
      const withValue = this.#withDefault(Object(value), this.#initializerOf(parameter, name));
      const schema = withComment(withValue, comment);
      if (!this.#isDescribed(schema)) {
        const message = `${this.#from.name} does not say what ${name} is: write a comment above the property, or @param ${parameter.name}.${name} …`;
        this.#refuse(this.#declarationOf(parameter, name), 'function-parameter', message);
      }
      return [name, schema];
    });
    return this.#complete({ ...object, properties: Object.fromEntries(described) });
  }

  #inputOfList(parameters: readonly ReadParameter[]): RawSchema {
    const properties = parameters.map(({ name, schema, declaration }) => {
      const comment = this.#from.documentation.parameters.get(name);
      if (comment === undefined || comment.text === '') {
        const message = `${this.#from.name} has no @param for ${name}: add "@param ${name} …" that tells the model what to write there`;
        this.#refuse(declaration, 'function-parameter', message);
      }
      return [name, withComment(schema, comment)];
    });
    const required = parameters.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
    return this.#complete({ type: 'object', properties: Object.fromEntries(properties), required });
  }

  #complete({ properties, required = [], ...rest }: RawSchema): RawSchema {
    return this.#definitions.complete({ ...rest, properties, required });
  }

  /** The comment of `@param query.city`. For a destructured parameter, which has no name, any first part matches. */
  #commentFor(path: string, name: string): Described | undefined {
    const { parameters } = this.#from.documentation;
    const found = [...parameters].find(
      ([key]) => key.includes('.') && key.slice(key.indexOf('.') + 1) === name,
    );
    return parameters.get(path) ?? found?.[1];
  }

  #isDescribed(schema: RawSchema): boolean {
    return (
      typeof schema.description === 'string' ||
      typeof this.#definitions.resolve(schema).description === 'string'
    );
  }

  /** The default value in a destructured parameter, `{ days = 3 }`. */
  #initializerOf({ declaration }: ReadParameter, property: string): ts.Expression | undefined {
    const { ts } = this.#tools.generator;
    if (!ts.isObjectBindingPattern(declaration.name)) return undefined;
    const written = declaration.name.elements.find(
      ({ name, propertyName = name }) => propertyName.getText() === property,
    );
    return written?.initializer;
  }

  #declarationOf({ type, declaration }: ReadParameter, name: string): ts.Node {
    const node = this.#checker.getPropertyOfType(type, name)?.valueDeclaration;
    return node === undefined || node.getSourceFile().fileName.includes('/node_modules/')
      ? declaration
      : node;
  }

  #refuse(node: ts.Node, rule: FunctionRule, message: string): void {
    this.problems.push(sourceProblem(node, rule, message));
  }
}

/** Adds a comment to a schema. */
function withComment(schema: RawSchema, comment: Described | undefined): RawSchema {
  if (comment === undefined) return schema;
  const { integer, ...keywords } = comment.keywords;
  const type = integer === true && schema.type === 'number' ? { type: 'integer' } : {};
  const description = comment.text === '' ? {} : { description: comment.text };
  return { ...schema, ...type, ...keywords, ...description };
}

/** Whether a part of the schema accepts any value. */
function acceptsAnything(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  const { description: _, default: __, ...keywords } = schema;
  if (Object.keys(keywords).length === 0) return true;
  const { properties, items, anyOf, allOf, additionalProperties } = keywords;
  const parts = [
    Object.values(Object(properties)),
    items ?? [],
    anyOf ?? [],
    allOf ?? [],
    additionalProperties ?? [],
  ];
  return parts.flat().some(acceptsAnything);
}

/** The name of a tool for a function name: `getHTTPStatus` becomes `get_http_status`. */
function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
