#!/usr/bin/env python3
"""How long the answers take of whoever looks for a lost number, where it is found and where it is not: they must not tell the two apart.

python3 docs/performance/lost-number.py PORTAL SANDBOX [TRIES]   (both running, with the limits of Contacts raised)
"""
import html, http.client, json, random, re, statistics, sys, time, urllib.parse, urllib.request

portal, sandbox, tries = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 200
host = urllib.parse.urlparse(portal)


class Visitor:
    """A browser with cookies and one connection."""

    def __init__(self):
        self.cookies, self.line = {}, http.client.HTTPConnection(host.hostname, host.port)

    def ask(self, method, path, fields=None):
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), "Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
        began = time.perf_counter()
        self.line.request(method, path, urllib.parse.urlencode(fields) if fields else None, headers)
        answer = self.line.getresponse()
        body = answer.read().decode()
        took = (time.perf_counter() - began) * 1000
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer.status, body, took

    def post(self, page, path, handler, **fields):
        token = html.unescape(re.search(r'name="__RequestVerificationToken" value="([^"]+)"', page).group(1))
        return self.ask("POST", path, {"_handler": handler, "__RequestVerificationToken": token, **fields})


def code_to(contact):
    for _ in range(1000):
        with urllib.request.urlopen(f"{sandbox}/sandbox/outbox?to={contact}") as answer:
            sent = [message for message in json.load(answer) if message.get("code")]
        if sent:
            return sent[0]["code"]
        time.sleep(0.01)
    raise SystemExit(f"No code came to {contact}.")


def walk(name, contact):
    """The times of the two answers after which something is looked for: the form, and the code."""
    visitor = Visitor()
    _, page, _ = visitor.ask("GET", "/lost-number")
    status, _, asked = visitor.post(page, "/lost-number", "lost", Kind="Uin", FullName=name, Contact=contact, PostalCode="14022")
    assert status == 302, status
    _, page, _ = visitor.ask("GET", "/lost-number/code")
    status, body, entered = visitor.post(page, "/lost-number/code", "code", Code=code_to(contact))
    assert status == 200 and 'class="revealed"' in body, status
    return asked, entered


with urllib.request.urlopen(f"{sandbox}/sandbox/residents") as answer:
    known = [(r["names"]["eng"], r["phone"]) for r in json.load(answer) if r.get("phone") and r["names"].get("eng") and r["status"] == "ACTIVATED" and list(r["names"])[0] == "eng"]
random.seed(1)
times = {"found": [], "not found": []}
for i in range(-20, tries):
    for kind in random.sample(["found", "not found"], 2):
        name, phone = known[i % len(known)] if kind == "found" else ("Nobody Atall", f"90{i + 50:08d}")
        urllib.request.urlopen(urllib.request.Request(f"{sandbox}/sandbox/outbox", method="DELETE")).close()
        took = walk(name, phone)
        if i >= 0:
            times[kind].append(took)

for step, what in enumerate(["form sent", "code sent"]):
    rows = {kind: sorted(took[step] for took in values) for kind, values in times.items()}
    for kind, row in rows.items():
        print(f"{what}, {kind}: median {statistics.median(row):.1f} ms, 5 % {row[len(row) // 20]:.1f}, 95 % {row[-len(row) // 20 - 1]:.1f}")
    # How often one that is found takes longer than one that is not: a half where nothing is to be learned (Mann-Whitney).
    longer = sum((a > b) + (a == b) / 2 for a in rows["found"] for b in rows["not found"]) / (tries * tries)
    print(f"{what}: a found one takes longer than one not found in {longer * 100:.1f} % of pairs; by chance 50 ± {196 * (1 / (6 * tries)) ** 0.5:.1f}")
