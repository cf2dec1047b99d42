import type { Child, ElementSpec } from "../element.ts";
import { optional } from "../element.ts";
import { mediaRules } from "../rules/media.ts";
import { structureRules } from "../rules/structure.ts";
import { between, decimal, integer, unsigned } from "../values/plain.ts";
import type { Value } from "../values/value.ts";
import { leaf, many } from "./open.ts";

const NUMBER = /^[-+]?\d+(?:\.\d*)?$/;

/** Pairs of numbers, at least so many of them. Commas between the two of a pair are understood, but told of. */
function pairs(least: number, most: number): Value {
  return (value, tell) => {
    const numbers = value.trim().split(/\s*,\s*|\s+/);
    const areRight = numbers.every((number) => NUMBER.test(number)) && numbers.length % 2 === 0;
    if (!areRight || numbers.length < 2 * least || numbers.length > 2 * most) tell(mediaRules.coordinates, { value });
    else if (value.includes(",")) tell(mediaRules.comma, { value });
  };
}

const latitude = leaf(between(-90, 90));
const longitude = leaf(between(-180, 180));
const position = leaf(pairs(1, 1));
const positions = leaf(pairs(2, Number.POSITIVE_INFINITY));
const NAMED = { srsName: optional() };

const RING: ElementSpec = { attributes: NAMED, children: { "gml:posList": many(positions) } };
const WHERE: ElementSpec = {
  children: {
    "gml:Point": many({ attributes: NAMED, children: { "gml:pos": many(position) } }),
    "gml:LineString": many({ attributes: NAMED, children: { "gml:posList": many(positions) } }),
    "gml:Polygon": many({
      attributes: NAMED,
      children: { "gml:exterior": many({ children: { "gml:LinearRing": many(RING) } }) },
    }),
    "gml:Envelope": many({
      attributes: NAMED,
      children: { "gml:lowerCorner": many(position), "gml:upperCorner": many(position) },
    }),
  },
};

/** GeoRSS, the W3C's geo vocabulary and their forerunners. */
export const GEOGRAPHY: Readonly<Record<string, Child>> = {
  "geo:Point": many({
    children: { "geo:lat": many(latitude), "geo:long": many(longitude), "geo:alt": many(leaf(decimal)) },
    needs: { "geo:lat": structureRules.missing, "geo:long": structureRules.missing },
  }),
  "geo:lat": many(latitude),
  "geo:long": many(longitude),
  "geo:alt": many(leaf(decimal)),
  "geourl:latitude": many(latitude),
  "geourl:longitude": many(longitude),
  "icbm:latitude": many(latitude),
  "icbm:longitude": many(longitude),
  "georss:where": many(WHERE),
  "georss:point": many(position),
  "georss:line": many(positions),
  "georss:polygon": many(positions),
  "georss:box": many(leaf(pairs(2, 2))),
  "georss:featuretypetag": many(leaf()),
  "georss:featureTypeTag": many(leaf()),
  "georss:relationshiptag": many(leaf()),
  "georss:relationshipTag": many(leaf()),
  "georss:featurename": many(leaf()),
  "georss:featureName": many(leaf()),
  "georss:elev": many(leaf(decimal)),
  "georss:floor": many(leaf(integer)),
  "georss:radius": many(leaf(unsigned)),
};
