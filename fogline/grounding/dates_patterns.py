"""What date expressions look like, as patterns; «NAME» stands for a piece of `dates_words.pieces`.

Before each pattern stands what a sentence must hold for it: one word of every group, a word in capitals being one of
`dates_words.signs`.  "after UNIT": the letters "after", and those of a unit.
"""

from __future__ import annotations

Rows = tuple[tuple[str, str], ...]

# What stands before a date and belongs to it.
_LEAD = (
    r"(?:(?:(?:as |ever )?(?:early|late|recently) as|ever since|since|by|until|till|through|before|after|from|on|in|at|"
    r"during|over|around|about|as of|for|throughout|of)\s+)?"
)
_MOD = r"(?:(?:the )?(?:very )?(?:early|late|mid|earlier|later)(?:\s+on|\s+in|-|\s+this)?[\s-]*)?"
_DAYS = r"(?:first|last|opening|closing|final|early|late)\s+(?:(?:few|two|three)\s+)?(?:days|weeks?)"
_EDGE = (
    r"(?:the\s+)?(?:(?:start|beginning|end|middle|close|(?:first|second)\s+half|(?:first|last)\s+day|early\s+hours|"
    rf"{_DAYS}|eve)\s+of\s+)?"
)
_DATE = (
    r"(?:(?:«DAY»(?:\s+of)?|«ORDINAL»\s+of)\s+«MONTH»(?:,?\s+«YEAR»|«THAT»)?|"
    r"«MONTH»\s+«DAY»(?:,?\s+«YEAR»|«THAT»)?|(?:19|20)\d\d-\d\d-\d\d)"
)
_WEEKDAY = (
    r"(?:(?:last|next|this|past|the\s+(?:previous|following|same))\s+)?«WEEKDAY»(?:\s+(?:last|next|this)\s+week)?"
)
_POINT = rf"(?:«WEEKDAY»,?\s+(?:the\s+)?{_DATE}|{_DATE}|{_WEEKDAY}(?:\s+«PART»)?)"
_WORDED = (
    r"(?:the\s+)?day\s+before\s+yesterday|yesterday|today|tonight|tomorrow|overnight|"
    r"(?:this|last|yesterday|tomorrow)\s+«PART»|earlier\s+in\s+the\s+day|later\s+in\s+the\s+day"
)
_ENDS = r"(?=\s*(?:[,.;:)]|$|and\b))"  # "two days before": not the conjunction
_SPAN = (
    r"(?:(?:more|less|fewer|longer)\s+than\s+|nearly\s+|almost\s+|about\s+|some\s+|around\s+|"
    r"at\s+least\s+|over\s+|the\s+)?"
)
# Dates that say when something was.
DATES: Rows = (
    ("MONTH|WEEKDAY|ISO", rf"{_LEAD}{_EDGE}{_MOD}(?:the\s+)?{_POINT}(?:\s+«PART»)?"),
    (
        "yesterday|today|tomorrow|earlier|later|PART",
        rf"{_LEAD}{_MOD}(?:{_WORDED})(?:\s+«PART»)?(?:\s+(?:on|into|to)\s+«WEEKDAY»)?",
    ),
    ("PART MONTH|WEEKDAY|ISO", rf"{_LEAD}the\s+(?:night|morning|afternoon|evening)\s+of\s+{_POINT}"),
    ("DIGIT", r"(?:on|since|by|until|from)\s+the\s+«DAY»(?<=st|nd|rd|th)"),
    (
        "month",
        r"(?:(?:on|since|by|until|from)\s+)?the\s+(?:«DAY»(?<=st|nd|rd|th)|«ORDINAL»)\s+of\s+(?:that|the\s+same|this|last)\s+month",
    ),
    ("MONTH", rf"{_LEAD}{_MOD}that\s+«FULL_MONTH»"),
    (
        "MONTH",
        rf"(?:(?:since|by|until|before|in|during|of|from|last|next|this|early|late)\s+){_EDGE}{_MOD}(?:last\s+|"
        rf"next\s+|this\s+)?«MONTH»(?:,?\s+«YEAR»|«THAT»)?",
    ),
    ("MONTH YEAR", rf"{_EDGE}{_MOD}«MONTH»,?\s+(?:of\s+)?«YEAR»"),
    (
        "start|beginning|end|middle|half MONTH|YEAR",
        rf"{_LEAD}(?:the\s+)?(?:start|beginning|end|middle|first\s+half|second\s+half)\s+of\s+(?:last\s+|"
        rf"next\s+|this\s+)?(?:«MONTH»|«YEAR»)",
    ),
    ("MONTH", rf"{_LEAD}(?:early|late|mid)[\s-]+«MONTH»"),
    ("YEAR", rf"(?:(?:since|by|until|before|in|during|from|after|early|late)\s+){_EDGE}{_MOD}«YEAR»"),
    ("YEAR", r"as\s+(?:early|late|recently|far\s+back)\s+as\s+«YEAR»"),
    ("0s", r"(?:in|since|during|from)\s+the\s+(?:early\s+|late\s+|mid-?)?(?:19|20)\d0s"),
    (
        "this|last|next|previous|following|same|past UNIT|SEASON|PART",
        rf"{_LEAD}{_EDGE}{_MOD}(?:this|last|next|the\s+(?:previous|following|next|same|past))\s+(?:«SEASON»|"
        rf"week|weekend|month|year|day|night|«PART»)",
    ),
    ("SEASON YEAR", rf"{_LEAD}(?:the\s+)?(?:(?:early|late)\s+|mid-?)?«SEASON»\s+(?:of\s+)?«YEAR»"),
    (
        "start|beginning|end|middle week|month|year",
        r"(?:since|by|until|at|from|in|during)\s+(?:the\s+)?(?:start|beginning|end|middle)\s+of\s+(?:the|this|"
        r"last|next)\s+(?:week|month|year)",
    ),
    (
        "week|month|year",
        r"(?:over|at|during|on)\s+the\s+weekend|earlier\s+(?:this|in\s+the)\s+(?:week|month|year)|"
        r"later\s+(?:this|in\s+the)\s+(?:week|month|year)",
    ),
    (
        "earlier|later|before UNIT",
        rf"{_LEAD}(?:the\s+)?(?:day|night|week|month|year)\s+(?:earlier|later|before{_ENDS})",
    ),
    (
        "ago|earlier|later|before|afterwards|previously|now UNIT",
        rf"{_LEAD}{_SPAN}«NUMBER»\s+«UNIT»\s+(?:ago|earlier|later|before{_ENDS}|afterwards|previously|now)",
    ),
    (
        "ago|earlier|later UNIT",
        r"(?:(?:some|a\s+few|several|only|just)\s+)?(?:hours|days|weeks|months)\s+(?:ago|earlier|later)",
    ),
    (
        "UNIT",
        r"for\s+(?:a|the)\s+«ORDINAL»\s+(?:straight\s+|consecutive\s+|successive\s+)?(?:day|night|week|month|year)",
    ),
    (
        "past|last|previous|recent|latest|coming|next UNIT",
        r"(?:in|over|during|for|within|throughout)\s+(?:the\s+)?(?:past|last|previous|recent|latest|coming|"
        r"next)\s+(?:(?:few|several)\s+)?(?:«NUMBER»\s+)?«UNIT»",
    ),
    ("UNIT", rf"for\s+{_SPAN}(?:past\s+|last\s+)?«NUMBER»\s+(?:straight\s+|consecutive\s+)?«UNIT»"),
    (
        "coming|next|recent UNIT",
        r"in\s+(?:the\s+)?(?:coming|next)\s+(?:hours|days|weeks|months)|in\s+recent\s+(?:hours|days|weeks|months|years)",
    ),
    ("week MONTH|WEEKDAY|ISO", rf"{_LEAD}(?:the\s+)?week\s+of\s+(?:the\s+)?{_POINT}"),
    ("HOLIDAY", rf"{_LEAD}(?:last\s+|this\s+|next\s+)?«HOLIDAY»(?:,?\s+(?:of\s+)?«YEAR»)?"),
)

# "Two days after": joins a clause, and counts from its date.  "Since then": from a date told before.
JOINING: Rows = (
    ("after UNIT", rf"{_LEAD}(?:the\s+)?(?:day|night|week|month|year)\s+after"),
    ("after UNIT", rf"{_LEAD}{_SPAN}«NUMBER»\s+«UNIT»\s+after"),
    ("since then", r"(?:ever\s+)?since\s+then"),
)

# Days and months from one to another, as one.
RANGES: Rows = (
    (
        "from|between MONTH|WEEKDAY|ISO|YEAR",
        rf"(?:from|between)\s+{_MOD}(?:{_POINT}|«MONTH»|«DAY»|«YEAR»)(?:\s+«PART»)?\s+(?:to|and|until|till|"
        rf"through)\s+{_EDGE}{_MOD}(?:{_POINT}|«MONTH»(?:\s+«YEAR»)?|«YEAR»)(?:\s+«PART»)?",
    ),
    (
        "MONTH DIGIT",
        r"(?:on\s+|from\s+|between\s+)?(?:«DAY»\s*(?:-|–|to|and)\s*«DAY»\s+«MONTH»|«MONTH»\s+«DAY»\s*(?:-|–|"
        r"to|and)\s*«DAY»)(?:,?\s+«YEAR»)?",
    ),
    ("WEEKDAY", rf"(?:on\s+|over\s+|from\s+)?{_WEEKDAY}\s*(?:-|–|to|and|into|or)\s*«WEEKDAY»"),
)

# What only describes, what is a length of time, and what is named without a preposition.
_SPAN_OF = (
    r"(?:(?:more|less|fewer|longer|later|earlier)\s+than\s+|(?:nearly|almost|about|some|around|roughly|only|just|"
    r"at\s+least|at\s+most|up\s+to|over|under)\s+)?"
)
_FRACTION = r"(?!an?\s|(?:one|three)[\s-]quarters?\b)"  # and no "$2 a year"
_OLD = r"(?![\s-]+olds?\b)"
BARE: Rows = (
    ("YEAR", rf"{_EDGE}{_MOD}(?:fiscal\s+)?«YEAR»(?:\s+period)?"),
    ("MONTH", rf"{_EDGE}{_MOD}(?:this\s+|last\s+|next\s+)?«FULL_MONTH»"),
    (
        "quarter|half",
        r"(?:the\s+|a\s+)?(?:(?:year-ago|year-earlier|«YEAR»|(?:last|next|this)\s+year['’]s)\s+)?(?:fiscal[\s-])?"
        r"(?:first|second|third|fourth|last)[\s-](?:quarter|half)"
        r"(?:\s+of\s+(?:the\s+)?(?:fiscal\s+)?(?:«YEAR»|(?:last|next|this)\s+year))?",
    ),
    ("year", r"(?:the\s+)?(?:(?:comparable\s+)?year-ago|year-earlier)(?:\s+(?:quarter|period))?"),
    (
        "quarter",
        r"(?:the\s+|this\s+|that\s+|last\s+|next\s+)(?:(?:latest|current|same|previous)\s+)?(?:«YEAR»\s+)?quarter",
    ),
    ("period", r"the\s+latest\s+period"),
    (
        "that|current|past SEASON|UNIT|PART",
        rf"{_LEAD}{_MOD}(?:that|the\s+current|this\s+past)\s+(?:fiscal\s+)?(?:«SEASON»|«WEEKDAY»|day|week|weekend|month|year|«PART»)",
    ),
    ("SEASON", r"(?:the\s+|in\s+|by\s+|since\s+|early\s+|late\s+)(?:early\s+|late\s+)?«SEASON»"),
    ("DECADE", r"(?:the\s+)?(?:(?:early|late)\s+|mid-?|(?:first|second|last)\s+half\s+of\s+the\s+)?«DECADE»"),
    (
        "LENGTH",
        rf"{_SPAN_OF}(?:(?:the|an?|another)\s+)?(?:(?:first|past|last|previous|latest|coming|next|final|additional|other)\s+)?"
        rf"{_FRACTION}«NUMBER»(?:\s+1/2|\s+and\s+a\s+half)?[\s-](?:(?:more|additional|straight|consecutive|full|trading|"
        rf"calendar)\s+)?«LENGTH»(?:[\s-]long|\s+and\s+a\s+half)?{_OLD}",
    ),
    ("LENGTH", rf"(?:(?:in|for|within|after|before|through)\s+)?{_SPAN_OF.removesuffix('?')}an?\s+«LENGTH»{_OLD}"),
    ("LENGTH", rf"(?:in|for|within|after|before|through)\s+an?\s+«LENGTH»{_OLD}"),
    ("LENGTH", r"an\s+(?:additional|extra)\s+«LENGTH»"),
    ("LENGTH", r"an?\s+«LENGTH»\s+and\s+a\s+half"),
    ("CLOCK", r"«CLOCK»(?:\s+«ZONE»)?"),
    ("CLOCK MONTH|WEEKDAY|ISO", rf"«CLOCK»(?:\s+«ZONE»)?,?\s+(?:on\s+)?{_POINT}"),
    (
        "LENGTH",
        r"(?:(?:the\s+)?(?:past|last|next|recent|coming)\s+(?:few|several)\s+|(?:a\s+few|several|many|recent|coming)\s+)«LENGTH»",
    ),
    ("LENGTH", r"the\s+(?:past|last|next)\s+(?:«LENGTH»)"),
    ("LENGTH", r"(?:for|in|over|after|within)\s+(?:many\s+)?«LENGTHS»"),
    ("month|quarter|year", r"the\s+(?:full|whole|entire)\s+(?:month|quarter|year)"),
)
