import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonSchemaText, personJsonSchema, publicationJsonSchema } from "../../src/publication/json-schema.ts";

const FOLDER = join(import.meta.dirname, "../../src/publication");

test.for([
  ["publication.schema.json", publicationJsonSchema()],
  ["person.schema.json", personJsonSchema()],
] as const)("%s is what the code checks (UPDATE=1 rewrites it)", ([name, schema]) => {
  const path = join(FOLDER, name);
  if (process.env.UPDATE === "1") writeFileSync(path, jsonSchemaText(schema));
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(schema);
});

test.for([publicationJsonSchema(), personJsonSchema()])(
  "every field is described and no other is allowed",
  (schema) => {
    const fields = Object.values(schema.properties as Record<string, { readonly description?: string }>);
    expect(schema.additionalProperties).toBe(false);
    expect(fields.filter(({ description }) => description === undefined)).toEqual([]);
  },
);
