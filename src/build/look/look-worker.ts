/** What the thread beside the main one can do. It loads nothing that it doesn't need to look at folders. */
export { lookBeside } from "./shared-look.ts";
