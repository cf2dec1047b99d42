/** A calendar day and, where it is known, a time of day, by the clocks of the publication's zone. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The words that pages say themselves, in one language. */
export interface Wording {
  /** BCP 47. */
  readonly language: string;
  /** A day as people write it. */
  readonly date: (day: Day) => string;
  /** Between a day and a time of day. */
  readonly at: string;
  /** Between sentences. */
  readonly space: string;
  /** Between a label and what it says. */
  readonly colon: string;
  /** Between names, and before the last of them. */
  readonly comma: string;
  readonly and: string;
  /** Before the authors' names. */
  readonly by: string;
  /** Before the names of those who helped. */
  readonly with: string;
  readonly updated: string;
  readonly skip: string;
  readonly frontPage: string;
  readonly sections: string;
  readonly authors: string;
  readonly tags: string;
  readonly languages: string;
  /** Editions by filters of the publisher's own. */
  readonly selections: string;
  readonly newest: string;
  readonly older: string;
  readonly newer: string;
  /** A page of older articles, by its number. */
  readonly page: (number: number) => string;
  readonly nothingYet: string;
  /** Before the titles of the same article in other languages. */
  readonly translations: string;
  readonly source: string;
  readonly pictureBy: string;
  readonly sound: string;
  readonly film: string;
  readonly files: string;
  readonly subscribe: string;
  /** What a feed is, why it is good to have one, and what to do: three sentences. */
  readonly explanation: readonly [string, string, string];
  readonly everything: string;
  readonly feedAddress: string;
  readonly copy: string;
  readonly copied: string;
  readonly openIn: string;
  readonly installedReader: string;
  /** What a feed's file is, for somebody who opened it in a browser, and what to do with its address. */
  readonly thisIsAFeed: string;
  /** Before the address of the page that says more. */
  readonly howToSubscribe: string;
  readonly formats: string;
  readonly allFeeds: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly withdrawn: string;
  /** That an article was published on one day and withdrawn on another. */
  readonly withdrawnText: (published: string, withdrawn: string) => string;
  readonly moved: string;
  readonly movedText: string;
}
