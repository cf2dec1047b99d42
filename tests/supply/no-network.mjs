// Loaded before the command (`node --import`): whoever reaches for the network from then on fails, and says so.
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const refuse = (what) => () => {
  process.stderr.write(`the network was asked for: ${what}\n`);
  process.exit(99);
};

net.Socket.prototype.connect = refuse("connect");
net.Server.prototype.listen = refuse("listen");
dgram.createSocket = refuse("datagram");
for (const name of Object.keys(dns)) if (/^(?:lookup|resolve|reverse)/.test(name)) dns[name] = refuse(`dns ${name}`);
for (const name of Object.keys(dns.promises))
  if (/^(?:lookup|resolve|reverse)/.test(name)) dns.promises[name] = refuse(`dns ${name}`);
globalThis.fetch = refuse("fetch");
syncBuiltinESMExports();
