import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';

/** Discord's own description of its API, from https://github.com/discord/discord-api-spec: `specs/openapi.json`. */
const OPENAPI_FILE = '../shared/discord/openapi.json';

const MOST_PROBLEMS = 8;
const document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

type BodyPart = 'request' | 'response';

/** What Discord's description has against a body: nothing, where the description is absent or does not speak of it. */
export type OpenApiCheck = (part: BodyPart, method: string, path: string, body: unknown) => readonly string[];

const opened = new Map<string, OpenApiCheck>();

/** Reading the description and compiling its schemas takes a while: once per process is enough. */
export function openOpenApiCheck(file: string = OPENAPI_FILE): OpenApiCheck {
  const check = opened.get(file) ?? readOpenApiCheck(file);
  opened.set(file, check);
  return check;
}

function readOpenApiCheck(file: string): OpenApiCheck {
  if (!existsSync(file)) return () => [];
  const description = document.parse(JSON.parse(readFileSync(file, 'utf8')));
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addSchema(description, 'discord');
  const templates = Object.keys(description.paths).sort((a, b) => countOf('{', a) - countOf('{', b));
  const compiled = new Map<string, ValidateFunction | null>();
  return (part, method, path, body) => {
    const template = templates.find((one) => matches(one, path));
    if (template === undefined) return [];
    const pointer = pointerTo(part, method.toLowerCase(), template);
    const validate = compiled.get(pointer) ?? compileAt(pointer, description, ajv);
    compiled.set(pointer, validate);
    return validate === null || validate(body) ? [] : describe(validate.errors ?? []);
  };
}

function compileAt(pointer: string, description: unknown, ajv: Ajv2020): ValidateFunction | null {
  if (valueAt(pointer, description) === undefined) return null;
  return ajv.compile({ $ref: `discord#${encodeURI(pointer)}` });
}

function pointerTo(part: BodyPart, method: string, template: string): string {
  const operation = `/paths/${template.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`;
  return `${operation}/${part === 'request' ? 'requestBody' : 'responses/200'}/content/application~1json/schema`;
}

function valueAt(pointer: string, from: unknown): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce<unknown>((value, key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof value === 'object' && value !== null ? Object.entries(value).find(([one]) => one === name)?.[1] : undefined;
  }, from);
}

function matches(template: string, path: string): boolean {
  const [wanted, given] = [template.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((part, place) => part.startsWith('{') || part === given[place]);
}

function describe(errors: readonly ErrorObject[]): readonly string[] {
  const problems = errors.map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  return [...new Set(problems)].filter((problem) => !MISTAKES_OF_THE_DESCRIPTION.some((mistake) => mistake.test(problem))).slice(0, MOST_PROBLEMS);
}

/** Discord takes permissions as a string, says its manual; discord.js sends them so. */
const MISTAKES_OF_THE_DESCRIPTION = [/\/default_member_permissions must be integer/] as const;

function countOf(character: string, text: string): number {
  return text.split(character).length - 1;
}
