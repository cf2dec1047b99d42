import { better, feed, type Profile } from "../profile.ts";
import {
  fullText,
  hasHome,
  hasHub,
  hasItems,
  hasLanguage,
  hasPicture,
  hasSelf,
  hasTitle,
  isFeed,
  isXml,
  itemAuthor,
  itemDate,
  itemId,
  itemImage,
  itemLink,
  itemTitle,
  smallerThan,
} from "./asked.ts";

const LOOKED_UP = "2026-11-24";

/** Those that collect feeds for readers. */
export const READER_PROFILES: readonly Profile[] = [
  {
    name: "feedly",
    title: "Feedly",
    source: "https://blog.feedly.com/10-ways-to-optimize-your-feed-for-feedly/",
    lookedUp: LOOKED_UP,
    requirements: [
      isXml,
      hasTitle,
      hasItems,
      itemId,
      better(hasHome),
      better(itemDate),
      better(itemTitle),
      better(itemLink),
      better(itemAuthor),
      better(itemImage),
      better(fullText),
      hasHub,
      better(
        feed("icon", "there is no <webfeeds:icon>", "Add it to the channel.", ({ extensions }) =>
          extensions.has("webfeeds:icon"),
        ),
      ),
      better(
        feed("colour", "there is no <webfeeds:accentColor>", "Add it to the channel.", ({ extensions }) =>
          extensions.has("webfeeds:accentColor"),
        ),
      ),
    ],
  },
  {
    name: "planet",
    title: "a planet (Venus, Pluto)",
    source: "https://intertwingly.net/code/venus/docs/",
    lookedUp: LOOKED_UP,
    requirements: [
      isFeed,
      hasTitle,
      hasItems,
      itemId,
      itemDate,
      itemLink,
      better(itemTitle),
      better(itemAuthor),
      better(hasLanguage),
      better(hasPicture),
      hasSelf,
      better(smallerThan(1)),
    ],
  },
];
