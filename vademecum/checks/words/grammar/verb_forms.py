"""Verbs in a form that their pronoun or their auxiliary does not have: il peux, they was, have went.

Rules as those of usage.py: what no text breaks one without, how it is broken, what was meant.
"""

from __future__ import annotations

from vademecum.checks.rules.slip import Rule
from vademecum.checks.words.grammar.genders import START

_FIRST_PERSON = {
    **{"peux": "peut", "veux": "veut", "dois": "doit", "fais": "fait", "viens": "vient", "vais": "va"},
    **{
        "prends": "prend",
        "mets": "met",
        "sais": "sait",
        "vois": "voit",
        "crois": "croit",
        "reçois": "reçoit",
    },
}
_IMPERFECT = (
    "voudrai|pourrai|devrai|serai|aurai|ferai|étai|avai|devai|pouvai|faisai|voulai|souhaitai|permettrai"
)
# What a participle is written for, in a tense that few write.
_PAST = {
    **{"fallut": "fallu", "promit": "promis", "permit": "permis", "voulut": "voulu", "conclut": "conclu"},
    **{"reçut": "reçu", "prit": "pris", "mit": "mis", "dut": "dû", "sut": "su", "choisit": "choisi"},
    **{
        "réunit": "réuni",
        "fournit": "fourni",
        "établit": "établi",
        "finit": "fini",
        "accueillit": "accueilli",
    },
    **{"réussit": "réussi", "garantit": "garanti", "élargit": "élargi", "définit": "défini", "subit": "subi"},
    **{"tint": "tenu", "obtint": "obtenu", "vint": "venu", "entreprit": "entrepris", "remit": "remis"},
}
_IN_A_PAST = "|".join(_PAST)
# Verbs of which no noun is the same: du pouvoir, du dîner.
_TO_DO = (
    "être|attendre|faire|prendre|mettre|rendre|répondre|suivre|reprendre|réduire|convaincre"
    "|fermer|partir|choisir|réunir|fournir|tenir|obtenir|revenir|ouvrir|recourir|investir|agir"
    "|réagir|subir|quitter|renoncer|arrêter|payer|changer|trouver|financer|reporter|annuler"
    "|accepter|demander|adapter|chercher|engager|limiter|décider|former|créer|céder|voter|passer"
    "|rester|laisser"
)
FRENCH: tuple[Rule, ...] = (
    # The third person and the first.
    *(
        (
            (f" {first} ", f" {first}.", f" {first},"),
            rf"(\b(?:[Ii]l|[Ee]lle|[Oo]n|[Cc]ela|[Çç]a|(?:[Ll][ea]|[Cc]e|[Cc]ette"
            rf"|[Uu]ne?) [a-zà-ÿ]{{3,30}})"
            rf"(?: ne)?) {first}\b",
            rf"\1 {third}",
        )
        for first, third in _FIRST_PERSON.items()
    ),
    (
        tuple(f" {stem}s" for stem in _IMPERFECT.split("|")),
        rf"(\b(?:[Ii]l|[Ee]lle|[Oo]n|[Cc]ela|[Cc]e|(?:[Ll][ea]|[Cc]ette|[Uu]ne?) [a-zà-ÿ]{{3,30}})"
        rf"(?: ne)?) ({_IMPERFECT})s\b",
        r"\1 \2t",
    ),
    # Participles and infinitives.
    *(
        (
            (f" {wrong}",),
            rf"\b((?:n['’])?(?:a|ont|avait|avaient|ayant|s['’]est|se sont)(?: pas| bien)?) {wrong}\b",
            rf"\1 {right}",
        )
        for wrong, right in _PAST.items()
    ),
    (
        ("crée",),
        r"\b((?:a|ont|avait|avaient|est|sont|été|avoir|être|ayant) (?:été )?)(cr|agr)ée\b(?!-)",
        r"\1\2éé",
    ),
    (("crées",), r"\b((?:sont|étaient|été|être) )crées\b", r"\1créés"),
    (
        tuple(f" du {verb}" for verb in _TO_DO.split("|")),
        r"\b((?:a|ont|avait|avaient|aurait|auraient|aura)(?: pas| bien| aussi)?) du "
        rf"({_TO_DO})\b",
        r"\1 dû \2",
    ),
    (
        ("aurait ", "auraient "),
        rf"({START}Si (?:(?:l[ae]s?|ces?|cette) |l['’])?[a-zà-ÿ]{{2,30}} |\b[Ss]['’]ils? )aur(ait|aient)\b",
        r"\1av\2",
    ),
    (
        (" es ",),
        r"\b((?:[Ll][ae]|[Cc]ette) [a-zà-ÿ]{3,30}|[Ii]l|[Ee]lle|qui|[Cc]e) es (?!tu\b)",
        r"\1 est ",
    ),
    (("malgré que",), r"\bmalgré que\b(?! j['’]en)", "bien que"),
    (
        (" leurs ",),
        r"\b(qui|ne|[Ii]ls?|[Oo]n) leurs (?=[a-zà-ÿ]{2,20}(?:ront|ra|rait|raient|ait|aient|(?<!m)ent)\b)",
        r"\1 leur ",
    ),
    # A verb and the pronoun behind it, asked without their hyphen.
    (
        (" il ", " ils ", " on ", " elle ", " elles "),
        r"((?:(?<=[.!?:] )|\A)(?:Que|Comment|Pourquoi|Où|Quand) (?:ne )?[a-zà-ÿ]{2,15}[td]) (ils?"
        r"|elles?|on)\b(?!-)",
        r"\1-\2",
    ),
    (
        (" il ", " on ", " elle "),
        r"((?:(?<=[.!?:] )|\A)(?:Faut|Fallait|Faudrait|Peut|Doit|Est|Était|Sera)) (il|elle|on)\b(?!-)",
        r"\1-\2",
    ),
    (
        ("ns nous ", "ez vous "),
        r"((?:(?<=[.!?:] )|\A)(?:Que|Comment|Pourquoi|Où|Quand) (?:[a-zà-ÿ]{2,15}ons(?= n)"
        r"|[a-zà-ÿ]{2,15}ez(?= v)))"
        r" (nous|vous)\b(?!-)",
        r"\1-\2",
    ),
    (
        (" de une ", " de un "),
        r"\b(?<!['’ ]à )de (une (?!à\b|ou\b|et\b|seule\b)[a-z]{3,}"
        r"|un (?=(?:projet|réseau|partenaire|accord|jumelage|comité|programme|maire|élu|budget"
        r"|service|bilan|rapport)\b))",
        r"d’\1",
    ),
    (("Malgré que",), r"\bMalgré que\b(?! j['’]en)", "Bien que"),
)
_DID = {
    **{
        "went": "gone",
        "came": "come",
        "took": "taken",
        "wrote": "written",
        "gave": "given",
        "began": "begun",
    },
    **{"became": "become", "chose": "chosen", "spoke": "spoken", "grew": "grown", "fell": "fallen"},
    **{"ran": "run", "drove": "driven", "knew": "known", "showed": "shown", "broke": "broken"},
}
_BASE = {
    **{"went": "go", "came": "come", "took": "take", "wrote": "write", "gave": "give", "began": "begin"},
    **{"became": "become", "chose": "choose", "spoke": "speak", "grew": "grow", "knew": "know"},
    **{"made": "make", "paid": "pay", "held": "hold", "sent": "send", "met": "meet", "told": "tell"},
}
_NOT_DID = r"(?:[Dd]id|[Dd]oes|[Dd]o)(?: not|n['’]t)(?: yet| always)?"
_MODAL = (
    r"(?:can|could|will|would|must|might|should|cannot|(?:wo|ca|could|would|should)n['’]t)(?: not| also)?"
)
# Verbs that take "ed", and those that take "d".
_IN_ED = (
    "sign|launch|publish|develop|adopt|accept|extend|start|help|ask|want|join|visit|answer"
    "|support|fund|follow|attend|respond"
)
_IN_D = (
    "agree|create|approve|organise|receive|invite|involve|decide|prepare|provide|produce|change"
    "|continue|use|share"
    "|finance|increase|reduce|manage|include|close|arrive|propose|exchange"
)
_STATES = {"was": "were", "is": "are", "has": "have"}
_SEVERAL = r"(?:many(?! an? )|several|numerous|various|two|three|four|five|six|ten) [a-z]+s\b"
ENGLISH: tuple[Rule, ...] = (
    *(
        (
            (f"hey {one} ", f" we {one} ", f"We {one} ", f"you {one} ", f"You {one} "),
            rf"\b([Tt]hey|[Ww]e|(?<!of )[Yy]ou) {one}\b(?! it\b)",
            rf"\1 {many}",
        )
        for one, many in _STATES.items()
    ),
    (
        ("hey ", " we ", "We "),
        rf"\b([Tt]hey|[Ww]e) ({_IN_ED}|{_IN_D}|take|give|make|come|work|need|think|know|live)s\b",
        r"\1 \2",
    ),
    ((" don't", " don’t"), r"\b([Ii]t|[Hh]e|[Ss]he) don(['’])t\b", r"\1 doesn\2t"),
    (("here is ",), rf"\b([Tt]here) is (?={_SEVERAL})", r"\1 are "),
    (("here was ",), rf"\b([Tt]here) was (?={_SEVERAL})", r"\1 were "),
    # The form behind an auxiliary.
    *(
        (
            (f" {did}",),
            rf"\b((?:have|has|had|having|['’]ve)(?: not| never| also| already)?) {did}\b",
            rf"\1 {done}",
        )
        for did, done in _DID.items()
    ),
    *(((f" {did}",), rf"\b({_NOT_DID}) {did}\b", rf"\1 {base}") for did, base in _BASE.items()),
    *(
        (
            (f" {did}",),
            rf"\b({_MODAL}(?: not| never| also)?) {did}\b(?! (?:on|in|as|at|by|halls?)\b)",
            rf"\1 {base}",
        )
        for did, base in _BASE.items()
        if did not in ("made", "paid", "held", "sent", "met", "told")
    ),
    (
        tuple(f" {verb}ed" for verb in _IN_ED.split("|")),
        rf"\b((?:{_NOT_DID}|{_MODAL}) (?:{_IN_ED}))ed\b(?! by\b)",
        r"\1",
    ),
    (
        tuple(f" {verb}d" for verb in _IN_D.split("|")),
        rf"\b((?:{_NOT_DID}|{_MODAL}) (?:{_IN_D}))d\b(?! by\b)",
        r"\1",
    ),
    (
        tuple(f" {base}" for base in ("sign", "launch", "publish", "develop", "adopt", "extend")),
        r"\b((?:was|were|been) (?:sign|launch|publish|develop|adopt|extend))\b(?! (?:language|up|of))(?!-)",
        r"\1ed",
    ),
    (
        tuple(
            f" {base}"
            for base in ("create", "approve", "organise", "receive", "invite", "involve", "prepare")
        ),
        r"\b((?:was|were|been) (?:create|approve|organise|receive|invite|involve|prepare))\b",
        r"\1d",
    ),
    ((" been ",), r"\b(was|were) been (?=[a-z]{2,20}(?:ed|ne|en)\b)", r"\1 "),
    (
        tuple(
            f" {verb}" for verb in ("decide", "agree", "create", "organise", "receive", "invite", "approve")
        ),
        r"\b((?:has|have|had)(?: not| also| already)? (?:decide|agree|create|organise|receive|invite"
        r"|approve))\b(?!-)",
        r"\1d",
    ),
    (
        (" seen", " done"),
        r"(?<!have )(?<!had )(?<!has )(?<!ave )\b(they|we|he|she) (seen|done)\b",
        r"\1 have \2",
    ),
)
