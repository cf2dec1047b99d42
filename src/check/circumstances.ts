/** What is known of a document besides its bytes. */
export interface Circumstances {
  /** The present, in ms since 1970. */
  readonly now: number;
  /** Where it was asked for and where it was found. */
  readonly addresses: readonly string[];
  /** What the transport says of its encoding. */
  readonly charset?: string;
  /** Whether nothing but errors is asked for: what can be no more than a warning need not be looked at. */
  readonly errorsOnly: boolean;
}
