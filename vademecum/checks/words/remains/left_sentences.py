"""What assistants, translators, mails and presentations leave in whole sentences: beside the traces that are
signs and marks.

Each is what no author writes to readers. What a letter to partners may say ("Dear all,") is not among them: a
chapter may show one.
"""

from __future__ import annotations

_AI = r"(?:ChatGPT|Chat GPT|DeepL|Gemini|Copilot|Mistral|Google Traduction|Google Translate)"
_DAY = r"(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]{0,5}"
_BEGINS = r"(?:\A|(?<=[.!?…] ))"  # a sentence
_SAID = r"(?:version|résumé|traduction|variante|synthèse)"

REMAINS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        (
            "DeepL",
            "ChatGPT",
            "Chat GPT",
            "Gemini",
            "Copilot",
            "Mistral",
            "Google Tra",
            "Google tra",
        ),
        r"\A(?:(?:Texte|Réponse|Contenu|Résumé|Article|Document|Text|Content|Answer|Response|Summary) )?"
        r"(?:[Tt]raduite?|[Gg]énérée?|[Rr]édigée?|[Tt]ranslated|[Gg]enerated|[Ww]ritten)"
        r" (?:avec|par|with|by) "
        rf"(?:www\.)?{_AI}(?:\.com)?(?:/\w+)?(?: \([^()\n]{{3,30}}\))?\.?\s*\Z",
    ),
    (
        ("AI-generated", "I-generated", "énéré par une IA", "énéré par l"),
        r"\A(?:AI-generated (?:content|text|summary|answer)|Généré par (?:une|l['’])[ ]?IA"
        r"|(?:Contenu|Texte) généré par (?:une |l['’])(?:IA|intelligence artificielle))\.?\s*\Z",
    ),
    (
        ("énéré automatiquement", "enerated automatically", "ranslated automatically"),
        r"\b[Cc]e texte (?:a été|est) généré automatiquement\b[^.\n]{0,40}\.?"
        r"|\b[Tt]his text (?:was|is|has been) (?:generated|translated) automatically\b[^.\n]{0,40}\.?",
    ),
    (
        ("oici l", "oici un"),
        rf"{_BEGINS}(?:Bonjour[ \u00a0]?[,!.][ \u00a0])?[Vv]oici (?:le|la|une?) "
        r"(?:texte|paragraphe|section|version|résumé|traduction|réponse|proposition)"
        r"(?: (?:plus |moins |de )?[a-zé]{4,14}){0,2}"
        r" (?:demandée?|de votre (?:texte|paragraphe|section|article|document|phrase))\b[^.\n]{0,40}[.:]?",
    ),
    (
        ("ere's ", "ere’s ", "ere is "),
        rf"{_BEGINS}(?:Sure|Certainly|Of course|Absolutely|Great question)[,!.] ?[Hh]ere(?:['’]s| is) "
        r"(?:the|an?|your) (?:(?:more |less )?\w+ ){0,2}"
        r"(?:text|version|summary|translation|draft|paragraph|section)\b[^.\n]{0,60}[.:]?"
        rf"|{_BEGINS}[Hh]ere(?:['’]s| is) an? (?:(?:more |less )?\w+ ){{0,2}}"
        r"(?:version|summary|translation|rewrite) of your (?:text|paragraph|section|sentence|article)\b"
        r"[^.\n]{0,40}[.:]?",
    ),
    (
        (" votre ", "your "),
        r"\b[Jj]['’]ai (?:reformulé|réécrit|corrigé|raccourci|amélioré|traduit|simplifié) votre "
        r"(?:texte|paragraphe|section|phrase|article)\b[^.?!\n]{0,60}[.?!]?"
        r"|\bI(?:['’]ve| have) (?:rewritten|rephrased|corrected|shortened|improved|translated|simplified) "
        r"your (?:text|paragraph|section|sentence|article)\b[^.?!\n]{0,60}[.?!]?",
    ),
    (("-vous que j'", "-vous que j’"), r"\b(?:Souhaitez|Voulez)-vous que j['’]\w+"),
    (
        ("e peux ",),
        rf"\b[Jj]e peux (?:aussi |également )vous (?:proposer|rédiger|préparer|fournir) (?:une?|le|la)"
        rf" {_SAID}"
        r"\b[^.?!\n]{0,60}[.?!]?",
    ),
    (
        ("I can also ", "hope this helps", "ope that helps", "Hope this helps"),
        r"\bI can also (?:provide|write|draft|offer|give you|make) an? (?:\w+ )?"
        r"(?:version|summary|translation|draft)\b[^.?!\n]{0,40}[.?!]?"
        r"|\b(?:Hope|hope) (?:this|that) helps\b(?! \w)[ ]?[.!]?",
    ),
    (
        ("spère que ",),
        r"\b[Jj]['’]espère que (?:cela|ça|ceci|ce texte|cette (?:version|réponse))"
        r" (?:vous (?:aide|aidera|convient)"
        r"|répond à (?:votre|vos))\b[^.?!\n]{0,40}[.?!]?",
    ),
    # Mails: what one answers to, what is set below each.
    (
        ("a écrit", "wrote:"),
        rf"\bLe {_DAY}\.? \d{{1,2}} [a-zéû.]{{3,9}} \d{{4}},? à \d\d?[:h]\d\d,? "
        r"[^\n]{2,80}? a écrit[ \u00a0]?:"
        r"|\bOn [A-Z][a-z]{2,8},? [^\n]{6,20} at \d\d?[:.]\d\d[^\n]{2,80}? wrote:",
    ),
    (
        ("e message ", "is email ", "is e-mail ", "is message "),
        r"\b[Cc]e message et (?:ses|toutes les|les) pièces jointes[^.\n]{0,120}\.?"
        r"|\b[Tt]his (?:e-?mail|message) and any (?:attachments?|files)\b[^.\n]{0,120}\.?",
    ),
    (
        ("vant d'imprimer", "vant d’imprimer", "before printing this"),
        r"\b[Pp]ense[zr] à l['’]environnement avant d['’]imprimer"
        r" (?:ce|cet) (?:message|courriel|mail|e-mail)\b[^.\n]{0,40}\.?"
        r"|\b[Cc]onsider the environment before printing this (?:e-?mail|message)\b[^.\n]{0,40}\.?",
    ),
    (
        ("ordialement", "regards"),
        r"^(?:(?:Bien )?[Cc]ordialement|(?:Kind|Best) regards)[ ]?[,.]?$"
        r"|(?:^|(?<=[.!?…] ))(?:(?:Bien )?[Cc]ordialement|(?:Kind|Best|Warm) regards)[ ]?,[ ]"
        r"[A-ZÀ-Þ][\w’'-]{0,20}(?:[ ][A-ZÀ-Þ][\w’'-]{0,30}){0,3}\.?$",
    ),
    (("See attached", "ee attachment"), r"\ASee attach(?:ed|ment)\.?\s*\Z"),
    (
        ("trouver ci-dessous",),
        r"\b[Jj]e vous prie de (?:bien vouloir )?trouver ci-dessous\b",
    ),
    # Tables of a spreadsheet that sums up another, numbers of pages.
    (
        ("tiquettes de ", "Row Labels", "Column Labels", "Colonne", "Column", "Somme de ", "Sum of "),
        r"\A(?:Étiquettes de (?:lignes|colonnes)|(?:Row|Column) Labels|(?:Colonne|Column)\d{1,2}"
        r"|(?:Somme de|Sum of) [A-ZÀ-Þ][^\n.:,]{1,30})\s*\Z",
    ),
    ((" -", " –", " —"), r"\A\d{1,3} [-–—]\s*\Z"),  # "- 3 -", which becomes an item of a list
    # What a wiki or a site sets between its paragraphs.
    (
        ("rticle détaillé", "rticles détaillés", "ain article", "rticles connexes"),
        r"\A(?:Articles? (?:détaillés?|connexes)|Main articles?)[ \u00a0\u202f]?:[ \u00a0]\w[^\n]{0,60}",
    ),
    (("liquez ici", "lick here"), r"\A(?:Cliquez ici|Click here)(?: (?:pour|to) [^\n.]{3,60})?[.!]\s*\Z"),
    (
        ("oici ",),
        rf"{_BEGINS}(?:Bien sûr|Certainement|Avec plaisir|D['’]accord|Absolument)"
        r"[ \u00a0\u202f]?[,!.][ \u00a0]?[Vv]oici "
        r"(?:le|la|une?|votre) (?:texte|paragraphe|section|version|résumé|traduction|réponse"
        r"|synthèse|proposition)\b[^.\n]{0,60}[.:]?",
    ),
    # Files of one's own machine, and what extensions of Markdown read that are not here.
    ((":\\",), r"\b[A-Z]:\\(?:[^\s\\]{1,40}\\){1,8}[^\s\\]{0,60}"),
    (("8<--",), r"-{2,}8<-{2,}[^\n]{0,80}"),
    (("#",), r"\A#[^\W\d_]\w{2,30}(?:[ ]+#[^\W\d_]\w{2,30}){1,8}\s*\Z"),
)
