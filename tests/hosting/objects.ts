import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** An object as it was uploaded. */
interface StoredObject {
  readonly bytes: Buffer;
  readonly type: string | undefined;
  readonly caching: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Storage that speaks as much of S3 as its clients need to bring a folder into a bucket, until the test is done. */
export interface Storage {
  readonly url: string;
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** Keys in the order in which they were uploaded or removed (`-key`) since this was last called. */
  readonly log: () => readonly string[];
}

export async function storage(): Promise<Storage> {
  const objects = new Map<string, StoredObject>();
  let log: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(500).end());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://s3.invalid");
    const [, bucket = "", ...path] = pathname.split("/");
    const key = decodeURIComponent(path.join("/"));
    if (key === "") response.writeHead(200).end(listing(bucket, searchParams, objects));
    else if (request.method === "PUT") {
      objects.set(key, await uploaded(request));
      log.push(key);
      response.writeHead(200, { ETag: etag(objects.get(key)?.bytes) }).end();
    } else if (request.method === "DELETE") {
      objects.delete(key);
      log.push(`-${key}`);
      response.writeHead(204).end();
    } else {
      const found = objects.get(key);
      if (found === undefined) response.writeHead(404).end();
      else response.writeHead(200, { ...found.headers, "Content-Length": found.bytes.length }).end();
    }
  }

  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const told = (): readonly string[] => {
    const before = log;
    log = [];
    return before;
  };
  return { url, objects, log: told };
}

async function uploaded(request: IncomingMessage): Promise<StoredObject> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const { "content-type": type, "cache-control": caching } = request.headers;
  const own = Object.entries(request.headers).filter(([name]) => name.startsWith("x-amz-meta-"));
  const headers = {
    ...Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
    ETag: etag(bytes),
    "Last-Modified": new Date().toUTCString(),
    ...(type === undefined ? {} : { "Content-Type": type }),
  };
  return { bytes, type, caching, headers };
}

function etag(bytes: Uint8Array = Buffer.alloc(0)): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}

/** ListObjects, of a whole bucket or, with a delimiter, of a folder. */
function listing(bucket: string, asked: URLSearchParams, objects: ReadonlyMap<string, StoredObject>): string {
  const [prefix, delimiter] = [asked.get("prefix") ?? "", asked.get("delimiter") ?? ""];
  const below = [...objects].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
  const folderOf = (key: string): string | undefined => {
    const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    return end === -1 ? undefined : key.slice(0, end + 1);
  };
  const contents = below
    .filter(([key]) => folderOf(key) === undefined)
    .map(([key, { bytes, headers }]) => {
      const at = new Date(headers["Last-Modified"] ?? "").toISOString();
      return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified><ETag>${etag(bytes).replaceAll('"', "&quot;")}</ETag><Size>${bytes.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
    });
  const folders = [...new Set(below.flatMap(([key]) => folderOf(key) ?? []))].map(
    (folder) => `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${prefix}</Prefix><KeyCount>${contents.length}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>${contents.join("")}${folders.join("")}</ListBucketResult>`;
}
