import type { Child } from "../element.ts";
import { plainText } from "../html/plain.ts";
import { dayDate, pastDate } from "../values/dates.ts";
import { between, choice, count, country, measure, positive, present, trueOrFalse } from "../values/plain.ts";
import { absoluteUri } from "../values/uri.ts";
import { all } from "../values/value.ts";
import { each, leaf, many, once } from "./open.ts";

function named(names: string, child: Child): Readonly<Record<string, Child>> {
  return each(
    names
      .split(/\s+/)
      .map((name) => `g:${name}`)
      .join(" "),
    child,
  );
}

const RANGE = once({ children: named("start end", once(leaf(pastDate))) });

/** Google's attributes of goods, jobs and events. */
export const GOODS: Readonly<Record<string, Child>> = {
  ...named(
    "actor agent area apparel_type artist author brand color condition course course_number course_times cuisine delivery_notes education employer ethnicity format id immigration_status interested_in isbn job_function job_industry job_type main_ingredient make manufacturer manufacturer_id meal_type model model_number name_of_item_being_reviewed news_source occupation payment_notes product_type property_type publication_name publication_volume review_type school_district sexual_orientation size subject subject_area tax_region university upc vehicle_type vin location from_location to_location currency mpn gtin google_product_category item_group_id availability",
    once(leaf(plainText)),
  ),
  ...named("age bathrooms bedrooms", once(leaf(count))),
  ...named("pages", once(leaf(all(present, positive)))),
  ...named("quantity", once(leaf(all(present, count)))),
  ...named(
    "calories cholesterol cooking_time delivery_radius fiber hoa_dues megapixels memory mileage preparation_time price processor_speed protein salary saturated_fat servings sodium total_carbs total_fat weight",
    once(leaf(measure)),
  ),
  ...named("image_link label payment_accepted additional_image_link", many(leaf())),
  ...named("url_of_item_being_reviewed", once(leaf(absoluteUri))),
  ...named("expiration_date publish_date", once(leaf(dayDate))),
  ...named("expiration_date_time", once(leaf(pastDate))),
  ...named("course_date_range event_date_range travel_date_range", RANGE),
  ...named("listing_type pickup", once(leaf(trueOrFalse))),
  ...named("gender", once(leaf(choice("Male", "M", "Female", "F")))),
  ...named(
    "marital_status",
    once(leaf(choice("single", "divorced", "separated", "widowed", "married", "in relationship"))),
  ),
  ...named("price_type", once(leaf(choice("negotiable", "starting")))),
  ...named("rating", once(leaf(choice("1", "2", "3", "4", "5")))),
  ...named("reviewer_type", once(leaf(choice("editorial", "user")))),
  ...named("salary_type", once(leaf(choice("starting", "negotiable")))),
  ...named("tax_percent", once(leaf(between(0, 100)))),
  ...named("year", once(leaf(between(1900, 2100)))),
  ...named("service_type", once(leaf(choice("FedEx", "UPS", "DHL", "Mail", "Other", "Overnight", "Standard")))),
  ...named(
    "shipping",
    once({
      children: {
        ...named("service", once(leaf(choice("FedEx", "UPS", "DHL", "Mail", "Other", "Overnight", "Standard")))),
        ...named("country", once(leaf(country))),
        ...named("price", once(leaf(measure))),
      },
    }),
  ),
};
