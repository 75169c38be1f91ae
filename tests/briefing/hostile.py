"""Text that strangers might send: each tries to act, to reorder, or to break the layout."""

from tests.briefing.editions import PARAMETERS, article, claim, edition, mention, pledge, scored

OVERRIDE = "\u202egnihton rof ORUE"
LONG = "x" * 100_000
PAYLOADS = (
    "<script>document.title='hit'</script>",
    "<img src=x onerror=document.title='hit'>",
    "\"><svg onload=document.title='hit'>",
    "'><a href='javascript:document.title=1'>",
    "</style><script>document.title='hit'</script>",
    "</title></textarea><script>document.title='hit'</script>",
    "<!--<script>document.title='hit'//-->",
    "<style>body{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<iframe src=https://example.org></iframe>",
    "{{ 7*7 }}{% raw %}${7*7}",
    "&lt;script&gt; &amp;#x3c;script&#x3e;",
    "$x^2$ \\(y\\) **bold** [a](javascript:alert(1))",
    "=cmd|' /C calc'!A0",
    "\x00\x08\x1b[31mred\ud800",
    OVERRIDE,
    LONG,
)
ADDRESSES = (
    "javascript:document.title='hit'",
    "JaVaScRiPt:document.title='hit'",
    "data:text/html,<script>1</script>",
    "https://example.org/\" onmouseover=\"document.title='hit'",
    "https://example.org/ok?a=1&b=<2>",
    "file:///etc/passwd",
    "//example.org",
)


def hostile_edition():
    """Make an edition in which every text field of strangers holds one of the payloads."""
    articles, claims, pledges, mentions, sentences = [], [], [], [], []
    for number, payload in enumerate(PAYLOADS, 1):
        safe = payload.replace("\ud800", "")  # a store holds UTF-8, which has no lone surrogates
        sentence = f"Oslo gives {safe} to Kyiv, a good and terrible thing."
        articles.append(
            article(
                number,
                "2025-10-08",
                outlet=safe[:300],
                headline=safe,
                url=ADDRESSES[number % len(ADDRESSES)],
                language=safe[:20],
            )
        )
        made = claim(
            number,
            f"a{number}",
            sentence,
            safe,
            donor=safe[:200],
            donor_text=safe[:200],
            recipient="UKR",
            purpose=safe,
            channel=safe[:200],
            speaker=safe,
            speaker_role=safe,
        )
        claims += [made, {**made, "claim_id": f"x{number}", "exclude_reason": "fine", "start_char": 0}]
        pledges.append(pledge(number, [made], "2025-10-08", note=safe, merge_rule=safe))
        mentions.append(mention(number, safe[:200] or "e", safe, sentence, kind="person"))
        sentences.append(scored(number, sentence, 0.7 if number % 2 else -0.7, [[safe, 0.7]]))
    return edition(
        articles=articles,
        claims=claims,
        pledges=pledges,
        mentions=mentions,
        sentences=sentences,
        parameters=PARAMETERS,
    )
