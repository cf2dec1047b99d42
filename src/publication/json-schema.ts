import { z } from "zod";
import { PERSON_SCHEMA, PUBLICATION_SCHEMA } from "./schema.ts";

/** A JSON Schema (2020-12), by which editors complete and check a file's fields. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of `publication.yaml`. */
export function publicationJsonSchema(): JsonSchema {
  return { ...jsonSchema(PUBLICATION_SCHEMA), title: "A publication of Dateline (publication.yaml)" };
}

/** The schema of a file of `authors/`. */
export function personJsonSchema(): JsonSchema {
  return { ...jsonSchema(PERSON_SCHEMA), title: "A person of a publication of Dateline (authors/*.yaml)" };
}

function jsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema) as JsonSchema;
}

/** A schema as a file's text. */
export function jsonSchemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
