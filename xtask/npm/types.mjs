// The types of the package, made of its JSON Schemas: those of the case and of the questions are made of the reader's own
// tables, that of the results of the types that are written.

/** What the functions take and give. The schemas know every type that is named here. */
const FUNCTIONS = `
/** What something may be asked about: an object, or its JSON as text (text keeps repeated keys, and \`1.0\` apart from \`1\`). */
export type Given<T> = T | string;

/** Something is wrong with what was asked. */
export class MikrolaanError extends Error {
  readonly name: "MikrolaanError";
  /** All that is wrong, in the order of the document, up to 100. */
  readonly errors: Problem[];
  constructor(errors: Problem[]);
}

/** Who the scheme is for: verdict, every finding with its reason and source, flags and routes. */
export function screen(input: Given<Case>): ScreenOutput;

/** What the months would look like: every line of every month, and the key figures. \`keyFigures\` leaves out the months. */
export function simulate(input: Given<Case>, options?: { keyFigures?: boolean }): SimulateOutput;

/** Whether a case can be read and worked out; what is wrong is thrown. */
export function check(input: Given<Case>): CheckOutput;

/** The least that would be enough. */
export function seek(input: Given<SeekRequest>): SeekOutput;

/** What matters most, one change at a time. */
export function sensitivity(input: Given<SensitivityRequest>): SensitivityOutput;

/** What a loan costs a year (ÅOP). At most 2,000 flows, and 100 changes between the two in their order of time. */
export function apr(input: Given<AprRequest>): AprOutput;

/** Where a line of a month comes from. */
export function explain(input: Given<ExplainRequest>): ExplainOutput;

/** Every figure with value, period, status and source, and what each rule stands on; of one month, or of all. */
export function rules(options?: { month?: Month }): RulesOutput;

/** The case as a link, \`#v1.…\`. What became of the person is left out, and so is what \`without\` names. */
export function link(input: Given<Case>, options?: { without?: readonly AnswerKey[] }): string;

declare function canonical(input: Given<Case>): Case;
/** The case the one way it is written, from its file or a link: \`v1.…\`, \`#v1.…\` or an address that ends in it. */
export { canonical as case };

/** What became of the people: a list of cases, texts of cases and links, or a text with a JSON list or one of them a line. */
export function evaluate(cases: string | readonly Given<Case>[]): Evaluation;
`;

const INDENT = "  ";

/** The declarations of schemas, in their order. */
export function types(schemas) {
  const declared = new Map();
  for (const schema of schemas) {
    const own = schema.type === "object" ? [[schema.title, schema]] : [];
    for (const [name, one] of [...Object.entries(schema.$defs).map(([key, one]) => [one.title ?? key, one]), ...own]) {
      declare(declared, name, one, namesIn(schema, schemas));
    }
  }
  const texts = [...declared.values()].map(({ text }) => text);
  return `// Made of the JSON Schemas beside it; see there for bounds.\n\n${texts.join("\n")}${FUNCTIONS}`;
}

/** Where a reference leads: to a kind of value by its title or key, or to a whole schema. */
function namesIn(schema, schemas) {
  return (reference) => {
    const [id, path = ""] = reference.split("#");
    const from = id === "" ? schema : schemas.find(({ $id }) => $id === id);
    if (path === "") return from.title;
    const key = path.replace("/$defs/", "");
    return from.$defs[key].title ?? key;
  };
}

function declare(declared, name, schema, nameOf) {
  const objects = [];
  const body = type(schema, { nameOf, objects, indent: "", isNamed: true });
  const keyword = schema.type === "object" && schema.$ref === undefined ? `export interface ${name} ${body}` : `export type ${name} = ${body};`;
  keep(declared, name, `${comment(schema, "")}${keyword}\n`, body);
  for (const [inner, one] of objects) declare(declared, inner, one, nameOf);
}

function keep(declared, name, text, body) {
  const before = declared.get(name);
  if (before === undefined) declared.set(name, { text, body });
  else if (before.body !== body) throw new Error(`two types are called ${name}: ${before.body} and ${body}`);
}

/** A schema as a type. Objects with a title of their own are declared apart. */
function type(schema, context) {
  const { nameOf, objects, indent, isNamed = false } = context;
  const within = { ...context, isNamed: false };
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice && schema.properties === undefined) return [...new Set(choice.map((one) => type(one, within)))].join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map((one) => type({ ...schema, type: one }, within)).join(" | ");
  switch (schema.type) {
    case "object":
      if (schema.title && !isNamed) {
        objects.push([schema.title, schema]);
        return schema.title;
      }
      return members(schema, within, indent);
    case "array":
      return `${parenthesised(type(schema.items, within))}[]`;
    case "integer":
      return "number";
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    default:
      throw new Error(`no type for ${JSON.stringify(schema)}`);
  }
}

function parenthesised(text) {
  return text.includes(" | ") ? `(${text})` : text;
}

function members({ properties, required = [], additionalProperties }, context, indent) {
  if (additionalProperties !== false) throw new Error(`an object is open: ${Object.keys(properties)}`);
  const inner = indent + INDENT;
  const one = ([key, schema]) => {
    const mark = required.includes(key) ? "" : "?";
    return `${comment(schema, inner)}${inner}${key}${mark}: ${type(schema, { ...context, indent: inner })};\n`;
  };
  return `{\n${Object.entries(properties).map(one).join("")}${indent}}`;
}

/** What a schema is about, and its default. */
function comment({ description, default: usual }, indent) {
  const about = [description, usual === undefined ? undefined : `Default: \`${JSON.stringify(usual)}\`.`];
  const text = about.filter((part) => part !== undefined).join(" ").replaceAll("*/", "*\\/").replace(/\s+/g, " ");
  return text === "" ? "" : `${indent}/** ${text} */\n`;
}
