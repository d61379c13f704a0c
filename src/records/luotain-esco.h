#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

G_BEGIN_DECLS

/*
 * The skills pillar of ESCO, the European classification of skills, competences and occupations: a catalogue in the user's data
 * folder that all workbooks share. A competence of a workbook keeps the address (uri) and the version of a concept, nothing
 * else depends on the catalogue.
 */

/** LUOTAIN_ESCO_NOTICE: what the terms of ESCO ask to be said wherever it is shown. Marked for translation. */
#define LUOTAIN_ESCO_NOTICE "This service uses the ESCO classification of the European Commission."

#define LUOTAIN_ESCO_APPLICATION 0x4c554553 /* "LUES" */
#define LUOTAIN_ESCO_SCHEMA 1

/** LUOTAIN_ESCO_MOST_WORDS: of what somebody typed so many words count. */
#define LUOTAIN_ESCO_MOST_WORDS 16

/** LuotainEscoText: what a concept is called in one language. */
typedef struct
{
  char *language; /* its code: fi, sv, en, de … */
  char *title;
  char **alternatives; /* NULL-terminated */
  char *description; /* (nullable) */
} LuotainEscoText;

/** LuotainEscoRelated: another concept that one is tied to. */
typedef struct
{
  char *role; /* broader, essential or optional (of an occupation or another skill) */
  char *kind; /* of the other one, as LuotainEscoConcept has it */
  char *uri;
  char *title; /* (nullable) */
} LuotainEscoRelated;

/** LuotainEscoConcept: a skill, some knowledge, or a group of such. */
typedef struct
{
  char *uri;
  char *version; /* (nullable): of ESCO */
  char *kind; /* skill, skill-group, occupation or isco-group */
  char *skill_type; /* (nullable): skill/competence or knowledge */
  char *reuse_level; /* (nullable): transversal, cross-sector, sector-specific or occupation-specific */
  char *status; /* (nullable): released … */
  char *code; /* (nullable): of groups */
  char *language; /* of @title, @description and @matched */
  char *title;
  char *matched; /* (nullable): the other name that was looked for */
  char *description; /* (nullable) */
  char *broader; /* (nullable): title of what it belongs to */
} LuotainEscoConcept;

void luotain_esco_concept_free (LuotainEscoConcept *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEscoConcept, luotain_esco_concept_free)

/** LuotainEsco: the open catalogue. Safe to be used from several threads, one at a time goes in. */
typedef struct _LuotainEsco LuotainEsco;

/**
 * luotain_esco_dup_path:
 *
 * Returns: (transfer full): where the catalogue stands: `luotain/esco.sqlite` in the user's data folder; the environment
 * variable LUOTAIN_ESCO_CATALOGUE names another file
 */
char *luotain_esco_dup_path (void);

/**
 * luotain_esco_open:
 * @path: a catalogue
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND where there is none yet, LUOTAIN_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
LuotainEsco *luotain_esco_open (const char *path, GError **error);
LuotainEsco *luotain_esco_ref (LuotainEsco *self);
void luotain_esco_unref (LuotainEsco *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEsco, luotain_esco_unref)

/** luotain_esco_get_version: Returns: (nullable): the version of ESCO it holds, `1.1.1`, where its package told. */
const char *luotain_esco_get_version (LuotainEsco *self);

/** luotain_esco_get_languages: Returns: (transfer none): codes of the languages it has names in. */
const char *const *luotain_esco_get_languages (LuotainEsco *self);

/**
 * luotain_esco_search:
 * @self: a catalogue
 * @text: what somebody typed
 * @languages: (nullable): codes of the languages to look in, the one wanted most first; %NULL for all there are, that of the
 *   interface first and our others behind it
 * @limit: no more concepts than these
 * @error: LUOTAIN_STORE_ERROR
 *
 * Finds skills and skill groups by their names: each word that was typed begins a word of the name. Those whose preferred name
 * begins with it stand first, then other preferred names, then alternative ones; skills before groups, by name. A language
 * adds what those before it did not find.
 *
 * Returns: (transfer full) (element-type LuotainEscoConcept) (nullable): what was found
 */
GPtrArray *luotain_esco_search (LuotainEsco *self, const char *text, const char *const *languages,
                                guint limit, GError **error);

/**
 * luotain_esco_get_texts:
 * @self: a catalogue
 * @uri: address of a concept
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (element-type LuotainEscoText) (nullable): what it is called in each language; empty for one that is
 * not there
 */
GPtrArray *luotain_esco_get_texts (LuotainEsco *self, const char *uri, GError **error);

/**
 * luotain_esco_get_related:
 * @self: a catalogue
 * @uri: address of a concept
 * @language: code of the language of titles
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (element-type LuotainEscoRelated) (nullable): what it belongs to, and the occupations and skills
 * that it is essential or optional for
 */
GPtrArray *luotain_esco_get_related (LuotainEsco *self, const char *uri, const char *language,
                                     GError **error);

/**
 * luotain_esco_words:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): its words in lower case, as they are looked up; what is no letter or digit parts them
 */
char **luotain_esco_words (const char *text);

G_END_DECLS
