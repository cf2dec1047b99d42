import type { Finding } from "../finding.ts";
import { oneLine, takeAddress } from "./people.ts";
import type { StatedProfiles, StatedSponsor } from "./profile-fields.ts";
import type { Modules, Publication, SmartNews, SponsoredLink, WebFeeds } from "./publication.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Entries of `smartnews.xml`: SmartNews reads whole articles, and has asked publishers for few at a time. */
const SMARTNEWS_LIMIT = 20;

type Readied = Pick<Publication, "profiles" | "modules" | "webfeeds" | "smartnews">;

/**
 * All that a publication says to aggregators. A group that is stated asks for what it describes, as the profile does:
 * `webfeeds` is written for `feedly`, `smartnews` for `smartnews`. `usual` are the publication's own pictures.
 */
export function readProfiles(
  stated: StatedProfiles,
  yaml: YamlFile,
  base: string | undefined,
  usual: { readonly icon?: string; readonly logo?: string },
  findings: Finding[],
): Readied {
  const profiles = typeof stated.profiles === "string" ? [stated.profiles] : [...new Set(stated.profiles ?? [])];
  const picture = (group: string, field: string, value: string | undefined, otherwise?: string): string | undefined =>
    value === undefined ? otherwise : takeAddress(yaml, [group, field], value, base, findings);
  const webfeeds = (): WebFeeds => {
    const { cover, icon, logo, accentColor, related = true, analytics } = stated.webfeeds ?? {};
    return {
      related,
      ...given("cover", picture("webfeeds", "cover", cover)),
      ...given("icon", picture("webfeeds", "icon", icon, usual.icon)),
      ...given("logo", picture("webfeeds", "logo", logo, usual.logo)),
      ...given("accentColor", accentColor?.trim().replace(/^#/, "").toUpperCase()),
      ...given("analytics", analytics && oneLine(analytics)),
    };
  };
  const smartnews = (): SmartNews => {
    const { description, logo, darkModeLogo, analytics, sponsored = [], ...more } = stated.smartnews ?? {};
    const { advertisement, limit = SMARTNEWS_LIMIT } = more;
    return {
      limit,
      sponsored: sponsored.map((one, index) =>
        sponsor(one, (field, value) =>
          takeAddress(yaml, ["smartnews", "sponsored", index, field], value, base, findings),
        ),
      ),
      ...given("description", description && oneLine(description)),
      ...given("logo", picture("smartnews", "logo", logo, usual.logo)),
      ...given("darkModeLogo", picture("smartnews", "darkModeLogo", darkModeLogo)),
      ...given("analytics", analytics?.trim()),
      ...given("advertisement", advertisement?.trim()),
    };
  };
  return {
    profiles,
    ...(stated.modules === undefined ? {} : { modules: modules(stated.modules) }),
    ...(profiles.includes("feedly") || stated.webfeeds !== undefined ? { webfeeds: webfeeds() } : {}),
    ...(profiles.includes("smartnews") || stated.smartnews !== undefined ? { smartnews: smartnews() } : {}),
  };
}

function sponsor(
  { link, advertiser, title, thumbnail }: StatedSponsor,
  address: (field: string, stated: string) => string | undefined,
): SponsoredLink {
  return {
    link: address("link", link) ?? "",
    advertiser: oneLine(advertiser),
    ...given("title", title && oneLine(title)),
    ...given("thumbnail", thumbnail && address("thumbnail", thumbnail)),
  };
}

function modules(stated: NonNullable<StatedProfiles["modules"]>): Modules {
  const { modified = false, markdown = false, slash = false, accounts = {} } = stated;
  const { updatePeriod, updateFrequency } = stated;
  const isScheduled = updatePeriod !== undefined || updateFrequency !== undefined;
  return {
    modified,
    markdown,
    slash,
    accounts: Object.entries(accounts).map(([service, name]) => ({ service: oneLine(service), name: oneLine(name) })),
    // Each alone means what the module takes for granted of the other: once a day.
    ...(isScheduled ? { schedule: { period: updatePeriod ?? "daily", frequency: updateFrequency ?? 1 } } : {}),
  };
}

function given<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };
}
