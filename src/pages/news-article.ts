import type { Entry } from "../ledger/entry.ts";
import type { Person, Publication } from "../publication/publication.ts";
import { rfc3339 } from "../render/dates.ts";
import { contactUrl } from "../render/urls.ts";
import { dataBlock, type Markup } from "./markup.ts";
import { shown } from "./media.ts";
import { languageOf } from "./paper.ts";

/**
 * An article for search engines and aggregators: schema.org's NewsArticle in JSON-LD, with what Google's guide to
 * article markup asks for (headline, dates, authors with their pages, publisher, image).
 */
export function newsArticle(entry: Entry, publication: Publication): Markup {
  const { title, link, published, date, people, description, section, tags, copyright } = entry;
  const picture = shown(entry.image);
  return dataBlock({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: link,
    url: link,
    headline: title,
    description,
    datePublished: rfc3339(published),
    dateModified: rfc3339(date > published ? date : published),
    inLanguage: languageOf(entry, publication),
    author: people.length === 0 ? publisher(publication) : people.map(author),
    publisher: publisher(publication),
    image: picture && [
      {
        "@type": "ImageObject",
        url: picture.url,
        width: picture.width,
        height: picture.height,
        caption: picture.caption,
        creditText: picture.credit,
      },
    ],
    articleSection: section,
    keywords: tags.length === 0 ? undefined : tags,
    copyrightNotice: copyright ?? publication.copyright,
    license: entry.license ?? publication.license,
  });
}

function author({ name, kind, uri, avatar }: Person): object {
  return { "@type": kind === "person" ? "Person" : "Organization", name, url: contactUrl(uri), image: avatar };
}

function publisher({ title, url, logo, icon }: Publication): object {
  const picture = logo ?? icon;
  return {
    "@type": "NewsMediaOrganization",
    name: title,
    url,
    logo: picture === undefined ? undefined : { "@type": "ImageObject", url: picture },
  };
}
