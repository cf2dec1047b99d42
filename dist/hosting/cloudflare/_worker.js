export default {
  async fetch(request, env) {
    const page = await env.ASSETS.fetch(request);
    return page.status === 200 ? new Response(page.body, { status: 410, headers: page.headers }) : page;
  },
};
