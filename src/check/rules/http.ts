import type { Rule } from "../rule.ts";
import { whole } from "./examples.ts";

const HTTP = "https://www.rfc-editor.org/rfc/rfc9110";
const POLLED = "Readers ask every hour or so, each of them: without it every answer is the whole feed.";

function answer(headers: string): ReturnType<typeof whole> {
  return whole(headers);
}

const GOOD = answer(
  'HTTP/1.1 200 OK\nContent-Type: application/rss+xml; charset=utf-8\nETag: "5f3"\nCache-Control: max-age=300\nContent-Encoding: gzip',
);

/** What is asked of the server that a feed is fetched from. The examples are the heads of its answers. */
type HttpRule =
  | "moved"
  | "insecure"
  | "type"
  | "general"
  | "noCharset"
  | "noValidator"
  | "not304"
  | "noStore"
  | "noCacheControl"
  | "uncompressed";

export const httpRules: Readonly<Record<HttpRule, Rule>> = {
  moved: {
    id: "http/moved",
    severity: "advice",
    says: "the address is redirected to {to} ({status})",
    why: "Each reader makes two requests each time, and one of a temporary redirection never learns the new address.",
    mend: "Tell of the new address in links and self links; redirect for good with 301 or 308.",
    reference: `${HTTP}#section-15.4`,
    good: GOOD,
    bad: answer("HTTP/1.1 302 Found\nLocation: /feed/rss.xml"),
  },
  insecure: {
    id: "http/insecure-redirect",
    severity: "warning",
    says: "https leads to http: {to}",
    why: "Many readers refuse to follow.",
    mend: "Redirect to https.",
    reference: `${HTTP}#section-15.4`,
    good: GOOD,
    bad: answer("HTTP/1.1 301 Moved Permanently\nLocation: http://courier.example/rss.xml"),
  },
  type: {
    id: "http/content-type",
    severity: "warning",
    says: "the server says that this is “{type}”",
    why: "Browsers and strict readers go by it, and find no feed.",
    mend: "Send application/rss+xml, application/atom+xml or application/feed+json.",
    reference: `${HTTP}#section-8.3`,
    good: GOOD,
    bad: answer("HTTP/1.1 200 OK\nContent-Type: text/html"),
  },
  general: {
    id: "http/content-type-general",
    severity: "advice",
    says: "“{type}” says that this is XML or JSON, but not that it is a feed",
    why: "Programs that look for feeds pass over it.",
    mend: "Send application/rss+xml, application/atom+xml or application/feed+json.",
    reference: "https://www.rfc-editor.org/rfc/rfc7303#section-4",
    good: GOOD,
    bad: answer("HTTP/1.1 200 OK\nContent-Type: application/xml"),
  },
  noCharset: {
    id: "http/text-without-charset",
    severity: "advice",
    says: "“{type}” without a charset",
    why: "Old readers take it for US-ASCII, whatever the file says.",
    mend: "Add “; charset=utf-8”, or send an application/… type.",
    reference: "https://www.rfc-editor.org/rfc/rfc7303#section-3",
    good: GOOD,
    bad: answer("HTTP/1.1 200 OK\nContent-Type: text/xml"),
  },
  noValidator: {
    id: "http/no-validator",
    severity: "warning",
    says: "the answer has neither ETag nor Last-Modified",
    why: POLLED,
    mend: "Send an ETag, as nearly every server does for files.",
    reference: `${HTTP}#section-8.8`,
    good: GOOD,
    bad: answer("HTTP/1.1 200 OK\nContent-Type: application/rss+xml"),
  },
  not304: {
    id: "http/not-304",
    severity: "warning",
    says: "asked again with its own {validator}, the server sends the whole feed ({status}) instead of 304",
    why: POLLED,
    mend: "Let the server compare If-None-Match and If-Modified-Since; behind a cache or a CDN, let them through.",
    reference: `${HTTP}#section-13`,
    good: answer('GET /rss.xml\nIf-None-Match: "5f3"\n\nHTTP/1.1 304 Not Modified'),
    bad: answer('GET /rss.xml\nIf-None-Match: "5f3"\n\nHTTP/1.1 200 OK'),
  },
  noStore: {
    id: "http/no-store",
    severity: "warning",
    says: "Cache-Control is “{value}”",
    why: POLLED,
    mend: "Send Cache-Control: max-age=300, or no-cache with an ETag.",
    reference: "https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2",
    good: GOOD,
    bad: answer("HTTP/1.1 200 OK\nCache-Control: no-store"),
  },
  noCacheControl: {
    id: "http/no-cache-control",
    severity: "advice",
    says: "the answer has no Cache-Control",
    why: "Caches guess how long they may keep the feed: new articles come late, or every request goes to the server.",
    mend: "Send Cache-Control: max-age=300.",
    reference: "https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2",
    good: GOOD,
    bad: answer("HTTP/1.1 200 OK\nContent-Type: application/rss+xml"),
  },
  uncompressed: {
    id: "http/uncompressed",
    severity: "advice",
    says: "the answer is not compressed ({bytes} bytes)",
    why: "A feed shrinks to a fifth: readers on the road and your own line thank you.",
    mend: "Let the server compress feeds as it does pages.",
    reference: `${HTTP}#section-8.4`,
    good: GOOD,
    bad: answer("HTTP/1.1 200 OK\nContent-Type: application/rss+xml"),
  },
};
