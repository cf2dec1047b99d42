import { mailRules } from "../rules/mail.ts";
import type { Tell, Value } from "./value.ts";

/** An addr-spec of RFC 2822 with a host that has a dot, as far as feeds need it. */
const ADDRESS = /^[a-z0-9_\-+.'!#$%&*/=?^`{|}~]+@(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9-]+\.)+[a-z0-9][a-z0-9-]*)$/i;
const WITHOUT_DOT = /^[\w._%+-]+@[A-Za-z][\w.-]*$/;

function addressTold(
  value: string,
  whole: string,
  tell: Tell,
  wrong: (typeof mailRules)[keyof typeof mailRules],
): void {
  if (ADDRESS.test(value)) return;
  tell(WITHOUT_DOT.test(value) ? mailRules.host : wrong, { value: whole });
}

/** A bare address, as Atom takes it. */
export const mailAddress: Value = (value, tell) => addressTold(value, value, tell, mailRules.address);

/** An address, by itself or with a name around it. */
export const mailContact: Value = (value, tell) => addressTold(bare(value), value, tell, mailRules.contact);

/** An address and a real name in the form of the RSS profile: `user@host.tld (Real Name)`. */
export const namedContact: Value = (value, tell, setting) => {
  const contact = value.startsWith("mailto:") ? unescaped(value.slice(7)) : value;
  if (contact.indexOf("@") <= 0 || contact.endsWith(")")) mailContact(contact, tell, setting);
  else tell(contact.includes(" ") ? mailRules.form : mailRules.realName, { value });
};

function bare(value: string): string {
  const angled = /<([^<>]*)>/.exec(value)?.[1];
  return (angled ?? value.replace(/\([^()]*\)/g, "")).trim();
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
