// The reference of B5: Fastify with a schema for what comes and what is answered.
import { createInterface } from "node:readline";
import Fastify from "fastify";

const text = { type: "string", maxLength: 64 };
const app = Fastify();
app.post("/", {
  schema: {
    body: { type: "object", required: ["command_id", "seat"], properties: { command_id: text, seat: text } },
    response: { 200: { type: "object", properties: { recorded: { type: "integer" }, sentence: text } } },
  },
}, async (request) => ({ recorded: 1, sentence: request.body.seat }));

await app.listen({ host: "127.0.0.1", port: 0 });
app.server.keepAliveTimeout = 0; // it waits while the other side is measured
const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");
say({ port: app.server.address().port });
for await (const _ of createInterface({ input: process.stdin })) {
  const { user, system } = process.cpuUsage();
  say({ us: user + system, kb: process.memoryUsage().rss / 1024 });
}
process.exit(0);
