import type { Rule } from "../rule.ts";
import { inEntry, inItem } from "./examples.ts";

const PROFILE = "https://www.rssboard.org/rss-profile#data-types-email";
const NO_NAME = "Readers show it as the author's name, or find none.";

type MailRule = "address" | "contact" | "form" | "realName" | "host" | "inName";

export const mailRules: Readonly<Record<MailRule, Rule>> = {
  address: {
    id: "mail/address",
    severity: "error",
    says: "{what} is no e-mail address: “{value}”",
    why: "Whoever is to be written to can't be.",
    mend: "Write the bare address; names stand in an element of their own.",
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-3.2.3",
    good: inEntry("<author><name>Ada Moss</name><email>ada@courier.example</email></author><content>Open.</content>"),
    bad: inEntry("<author><name>Ada Moss</name><email>Ada Moss</email></author><content>Open.</content>"),
  },
  contact: {
    id: "mail/contact",
    severity: "error",
    says: "{what} holds no e-mail address: “{value}”",
    why: NO_NAME,
    mend: "Write “ada@courier.example (Ada Moss)”. For a name without an address there is <dc:creator>.",
    reference: PROFILE,
    good: inItem("<author>ada@courier.example (Ada Moss)</author>"),
    bad: inItem("<author>Ada Moss</author>"),
  },
  form: {
    id: "mail/form",
    severity: "warning",
    says: "{what} has its name and address in another form than readers look for: “{value}”",
    why: NO_NAME,
    mend: "Write “ada@courier.example (Ada Moss)”.",
    reference: PROFILE,
    good: inItem("<author>ada@courier.example (Ada Moss)</author>"),
    bad: inItem("<author>Ada Moss &lt;ada@courier.example&gt;</author>"),
  },
  realName: {
    id: "mail/real-name",
    severity: "warning",
    says: "{what} gives an address without a name: “{value}”",
    why: "Readers show the address where the author's name belongs.",
    mend: "Write “ada@courier.example (Ada Moss)”.",
    reference: PROFILE,
    good: inItem("<author>ada@courier.example (Ada Moss)</author>"),
    bad: inItem("<author>ada@courier.example</author>"),
  },
  host: {
    id: "mail/host",
    severity: "warning",
    says: "{what} names a host that only its own network knows: “{value}”",
    why: "Nobody outside can write there.",
    mend: "Write an address with a public domain.",
    reference: PROFILE,
    good: inItem("<author>ada@courier.example (Ada Moss)</author>"),
    bad: inItem("<author>ada@localhost (Ada Moss)</author>"),
  },
  inName: {
    id: "mail/in-name",
    severity: "warning",
    says: "{what} holds an e-mail address: “{value}”",
    why: "Readers show it as part of the name, and robots collect it.",
    mend: "Put the address into <email>.",
    reference: "https://www.rfc-editor.org/rfc/rfc4287#section-3.2.1",
    good: inEntry("<author><name>Ada Moss</name></author><content>Open.</content>"),
    bad: inEntry("<author><name>Ada Moss &lt;ada@courier.example&gt;</name></author><content>Open.</content>"),
  },
};
