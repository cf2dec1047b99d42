import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../support/site.ts";
import { prose } from "../support/story.ts";

export const HOME = "https://gazette.example/";

const PUBLICATION = `title: The Harbour Gazette
url: ${HOME}
description: News of the harbour & the town
language: en
license: CC BY 4.0
timezone: Europe/Lisbon
copyright: © The Harbour Gazette
feeds: { tags: true }
`;

/** A square of one colour. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const STORM = `---
title: Storm closes the harbour
author: Jane Doe
section: World
tags: [storm, ferries]
date: 2026-03-01T14:05:00Z
summary: The harbour was closed on Sunday, and no ferry went out.
---

${prose("storm")}

### What the pilots say

> “We stay in”, said one of them, in a house that has [a page](https://gazette.example/articles/fog/) and [a word for it](https://schema.org/House).

![](https://gazette.example/media/quay.png)

# And after

| Day | Ferries |
|---|---|
| Sunday | 0 |
| Monday | 12 |

\`\`\`
a line of code that is much too long for any narrow page and has to be broken somewhere, wherever that may be, or it runs out of the page
\`\`\`
`;

const FOG = `---
title: Fog & a <b>bold</b> "headline" </script><script>alert(1)</script>
authors: [Jane Doe, João Sem-Medo]
section: World
tags: ["</script>", "Ünïcode & more"]
date: 2026-02-27
image: https://gazette.example/media/fog.png
summary: "]]> </script> & <i>so on</i>"
---

${prose("fog")}
`;

const ARABIC = `---
title: الميناء يفتح أبوابه من جديد بعد العاصفة
author: ليلى حسن
section: العالم
language: ar
tags: [ميناء]
date: 2026-03-02
summary: عاد الميناء إلى العمل صباح الاثنين بعد يومين من الإغلاق.
---

عاد الميناء إلى العمل صباح الاثنين بعد يومين من الإغلاق بسبب العاصفة، وقال مدير الميناء إن العبّارات ستعود إلى مواعيدها المعتادة (Ferry 12) ابتداءً من الساعة 10:30.

> قال أحد البحّارة: «لم نرَ مثل هذه الأمواج منذ عشرين عامًا».
`;

const CHINESE = `---
title: 风暴过后港口重新开放
author: 王小明
section: 世界
language: zh
tags: [港口]
date: 2026-03-03
summary: 因风暴关闭两天之后，港口于星期一上午恢复运营。
---

因风暴关闭两天之后，港口于星期一上午恢复运营。港务局局长表示，渡轮将从上午十点半起恢复正常班次，并*请*乘客提前到达。

一位老船长说：“二十年来，我们从未见过这样的海浪。”
`;

const MONGOLIAN = `---
title: Шуурганы дараа боомт дахин нээгдэв
author: Болд Бат
section: World
language: mn
date: 2026-02-25
---

Шуурганы улмаас хоёр хоног хаагдсан боомт даваа гаригийн өглөө дахин нээгдэж, усан онгоц ердийн хуваариар явна.
`;

const CRANE = `---
title: The crane
date: 2026-02-20
author: Jane Doe
---

${prose("crane")}
`;

const JANE = `name: Jane Doe
bio: Jane Doe writes about the sea.
avatar: /media/jane.png
`;

/** The articles and the pictures of a publication with everything that pages have to show. */
export const SAMPLE: Readonly<Record<string, string | Uint8Array>> = {
  "data/publication.yaml": PUBLICATION,
  "data/storm.md": STORM,
  "data/fog.md": FOG,
  "data/arabic.md": ARABIC,
  "data/chinese.md": CHINESE,
  "data/mongolian.md": MONGOLIAN,
  "data/crane.md": CRANE,
  "data/authors/jane.yaml": JANE,
};

/** What the host answers, by path below the publication's URL: everything that was built, and the pictures. */
export function hosted({ folder, list }: Site): ReadonlyMap<string, Buffer> {
  const files = list("dist").map((path): [string, Buffer] => [path, readFileSync(join(folder, "dist", path))]);
  const picture = Buffer.from(PIXEL, "base64");
  return new Map([...files, ["media/quay.png", picture], ["media/fog.png", picture], ["media/jane.png", picture]]);
}
