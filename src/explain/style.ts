/** How parts of an explanation look; each function gets plain text and may add colours. */
export interface Style {
  readonly title: (text: string) => string;
  readonly mark: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly warning: (text: string) => string;
}

const asIs = (text: string): string => text;

export const PLAIN: Style = { title: asIs, mark: asIs, quiet: asIs, warning: asIs };
