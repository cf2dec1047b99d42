import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import send from "send";
import type { Headers } from "./headers.ts";
import type { Reply } from "./reply.ts";
import { type Resource, versionOf } from "./shelf.ts";

/** Writes an answer to the wire; `refused` makes the answer to a condition or range that does not hold (412, 416). */
export function write(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, bytes, file }: Reply,
  refused: (status: number, headers: Headers) => Reply,
): void {
  if (file !== undefined) {
    writeFile(request, response, file, headers, refused);
    return;
  }
  // Set rather than written, so that whoever logs the request can ask for it.
  if (bytes !== undefined) response.setHeader("Content-Length", bytes.length);
  response.writeHead(status, headers as OutgoingHttpHeaders);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** The file as it is on the disk, with conditions and ranges (RFC 9110, sections 13 and 14). */
function writeFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, version }: Resource,
  headers: Headers,
  refused: (status: number, headers: Headers) => Reply,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  send(request, encodeURIComponent(file), {
    dotfiles: "allow",
    index: false,
    cacheControl: false,
    etag: false,
    lastModified: false,
  })
    .on("headers", (_response: ServerResponse, _path: string, stats: Parameters<typeof versionOf>[0]) => {
      // Replaced since we looked: what goes out now is not what our validators are of.
      if (versionOf(stats) === version) return;
      for (const name of ["ETag", "Last-Modified"]) response.removeHeader(name);
    })
    .on("error", ({ status, headers: own = {} }: { readonly status: number; readonly headers?: Headers }) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      write(request, response, refused(status, own), refused);
    })
    .pipe(response);
}
