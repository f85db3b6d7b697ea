"""Whether what stands for a post looks like a person's name: the public record gives posts.

No list of names is kept: two or three capitalised words of which none is used in posts look like a
name, and so does whatever follows "Mrs" or "Cllr". It is a guess, so it only ever warns.
"""

import re

TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "sir", "dame", "rev")
# Words of posts, of services and of bodies. One of them makes a part a post.
OF_POSTS = """
    academy access achievement additional adult adults advice adviser advisor agency agreed
    alternative analyst annual appointed area assessment assistant assistants assurance audit
    authority be board boards business cabinet care carer carers case caseworker chair chairman
    chairwoman chief child children clerk clinical clinician college commissioner commissioners
    commissioning committee communication communications communities community complaints
    confirmed consultant contract contracts coordinator corporate council councillor county
    customer data democratic deputy designated development digital director directorate disability
    district divisional early education educational emotional employment engagement estates
    executive external family families finance first foster foundation general governance governor
    governors group head heads headteacher headteachers health healthcare help hospital housing
    human improvement inclusion information inspector integrated intelligence interim investment
    joint language lead leader leadership leads learning legal local manager managers media
    medical member mental mentor midwife minister monitoring named national new nhs not nurse
    nursing occupational officer officers operational operations outreach owner owners
    paediatrician parent parents participation partner partners partnership partnerships people
    performance person placement places planning policy portfolio post practice practitioner
    preparation primary principal procurement programme programmes project projects protection
    provider psychologist psychology public pupil quality referral regional resources safeguarding
    school schools secondary secretary senior service services skills social solicitor special
    specialist speech staff standards statutory strategic strategy support system systems teacher
    teachers team teams technical term therapist therapists therapy to town trainer transformation
    transition transport treasurer trust vacant vice virtual voice voluntary wellbeing worker
    workers workforce year young youth
"""
WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
POSTS = frozenset(OF_POSTS.split())
INITIAL = re.compile(r"[^\W\d_]\.?")
BETWEEN = re.compile(r"[,;:/()\[\]&+\n]| - | – | and | or ")


def name_in(words: str) -> str:
    """Return what looks like a person's name in what should be a post, or ""."""
    parts = (" ".join(part.split()) for part in BETWEEN.split(words))
    return next((part for part in parts if _is_like_a_name(part)), "")


def warning_of(words: str) -> str:
    """Say that something looks like a person's name; "" where nothing does."""
    found = name_in(words)
    return f"“{found}” looks like a person's name: the public plan gives posts" if found else ""


def _is_like_a_name(part: str) -> bool:
    words = part.split()
    has_title = bool(words) and words[0].rstrip(".").casefold() in TITLES
    if has_title:
        words = words[1:]
    if not (1 if has_title else 2) <= len(words) <= 3:
        return False
    if any(word.casefold() in POSTS for word in words):
        return False
    return all(map(_is_part_of_a_name, words)) and bool(WORD.fullmatch(words[-1]))


def _is_part_of_a_name(word: str) -> bool:
    """Say whether it is "Jane", "O'Neill", "Anne-Marie" or "J."; "SEND" is none."""
    if INITIAL.fullmatch(word):
        return word[0].isupper()
    return bool(WORD.fullmatch(word)) and word[0].isupper() and not word.isupper()
