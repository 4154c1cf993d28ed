"""The words that every text of a language has: those that hold its sentences together."""

FR = """
le la les un une des du de d’ l’ au aux à a en dans par pour sur sous avec sans chez vers entre
depuis pendant avant après contre selon et ou où mais donc or ni car que qui quoi dont quand comme
si ne pas plus moins très trop bien aussi encore déjà toujours jamais ici là y on il elle ils elles
je tu nous vous me te se moi toi lui leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos
ce cet cette ces cela ceci ça celui celle ceux celles aucun aucune tout toute tous toutes chaque
quelque quelques plusieurs autre autres même mêmes tel telle tels telles être est sont était étaient
été soit sera avoir ont avait avaient eu faire fait font peut peuvent pouvoir doit doivent devoir va
vont aller dit alors ainsi puis non oui
"""
EN = """
the a an of to in on at by for with from into over under about between after before since until and
or but nor so if then than that which who whom whose what when where why how not no yes all any each
every some many much more most less few other others another such same own only also still very too
as is are was were be been being am do does did done have has had having will would can could may
might must shall should i you he she it we they me him her us them my your his its our their this
these those there here get got make made go goes went say said
"""
COMMONEST = {"fr": frozenset(FR.split()), "en": frozenset(EN.split())}
