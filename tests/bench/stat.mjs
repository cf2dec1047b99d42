// The floor of every build that walks its articles: Node's start, the folders, and each file's size and times.
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

let bytes = 0;
for (const folders = [process.argv[2]]; folders.length > 0; ) {
  const folder = folders.pop();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) folders.push(path);
    else bytes += lstatSync(path).size;
  }
}
console.log(bytes);
