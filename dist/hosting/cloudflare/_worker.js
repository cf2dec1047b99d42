const GONE = new Set([
]);

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export default {
  async fetch(request, env) {
    const page = await env.ASSETS.fetch(request);
    const isGone = page.status === 200 && GONE.has(decoded(new URL(request.url).pathname));
    return isGone ? new Response(page.body, { status: 410, headers: page.headers }) : page;
  },
};
