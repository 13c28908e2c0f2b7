// The reference of B8: Express puts a message into SQLite, durably, and answers with HTML.
import { createInterface } from "node:readline";
import express from "express";

// better-sqlite3 brings a binary, which not every computer can fetch; the other is WebAssembly, without WAL.
const [rows, mode] = await import("better-sqlite3")
  .then((native) => [new native.default("messages.db"), "better-sqlite3, WAL"])
  .catch(async () => [new (await import("node-sqlite3-wasm")).default.Database("messages.db"), "node-sqlite3-wasm, no WAL"]);
if (mode.includes("better")) rows.pragma("journal_mode = WAL");
rows.exec("PRAGMA synchronous = FULL");
rows.exec("CREATE TABLE message (number INTEGER PRIMARY KEY, command_id TEXT UNIQUE, seat TEXT)");
const insert = rows.prepare("INSERT INTO message (command_id, seat) VALUES (?, ?)");
const last = rows.prepare("SELECT number, seat FROM message ORDER BY number DESC LIMIT 20");
const app = express();
app.use(express.json());
app.post("/", (request, response) => {
  insert.run([request.body.command_id, request.body.seat]);
  response.send(`<ol>${last.all().map((row) => `<li id="m-${row.number}">${row.seat}</li>`).join("")}</ol>`);
});

const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");
const server = app.listen(0, "127.0.0.1", () => say({ port: server.address().port, with: mode }));
server.keepAliveTimeout = 0; // it waits while the other side is measured
for await (const _ of createInterface({ input: process.stdin })) {
  const { user, system } = process.cpuUsage();
  say({ us: user + system, kb: process.memoryUsage().rss / 1024 });
}
process.exit(0);
