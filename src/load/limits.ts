/**
 * How much a stranger's files may hold. Each limit is several times what the built-in flows need, and small
 * enough that reading and checking whatever passes ends in seconds and within 200 MB.
 */

/** Bytes of one file: the largest built-in one has 42,000. */
export const MOST_FILE_BYTES = 750_000;

/** Bytes of all YAML of a folder: the built-in ones together have one million. */
export const MOST_FOLDER_BYTES = 2_000_000;

/** YAML files of a folder: each costs a read, and may be a whole flow to check. */
export const MOST_FILES = 300;

/** Entries of a folder and all within it, of any kind: somebody may name their home folder. */
export const MOST_FOLDER_ENTRIES = 20_000;

/** Folders within folders; deeper ones are not looked into. */
export const DEEPEST_FOLDER = 6;

/** Characters of one file: the time that the YAML reader takes grows with them. */
export const MOST_CHARACTERS = 250_000;

/** Nodes of one file, aliases counted in full: an alias bomb has billions. */
export const MOST_NODES = 50_000;

/** Nodes of all outside files together: three hundred small bombs are as bad as a large one. */
export const MOST_NODES_OF_ALL = 100_000;

/** Maps and lists within one another: our own forms need 12, and what walks them calls itself. */
export const DEEPEST_NESTING = 40;

/** Tokens that the YAML reader may hold open: a level can hold two, a list and the map in it. */
export const MOST_OPEN_TOKENS = 100;

/** Entries of one map or list: options, questions, items, cases, rows. The longest of ours has 135. */
export const MOST_ENTRIES = 1_000;

/** Characters of one text: nobody reads a longer one on a checklist. */
export const MOST_TEXT = 5_000;

/** Syntax errors of one file that are told: after so many it is no YAML, and each costs more than the last. */
export const MOST_SYNTAX_ERRORS = 20;

/** Problems that are told of all files together: nobody reads more, and each costs a search for near names. */
export const MOST_PROBLEMS = 200;

/** Characters of a problem's sentence: it may quote a name from the file. */
export const MOST_MESSAGE = 300;

/** Columns of a table of answers, and answers of one record: five times the questions that a flow may have. */
export const MOST_ANSWERS = 1_000;

/** Questions of a flow: the longest interview of ours has 20. */
export const MOST_QUESTIONS = 200;

/** Options of a question: a person reads them all. */
export const MOST_OPTIONS = 200;

/** Lines of a flow, of all kinds: the longest of ours has 126, and a checklist has at most 35. */
export const MOST_ITEMS = 500;

/** Nodes of a flow's tree: the largest of ours has 51. */
export const MOST_TREE_NODES = 1_000;

/** Dated changes of a flow: each is a day on which all is proven again. */
export const MOST_CHANGES = 200;

/** Cases of a flow: each is a whole checklist. The most that we have is 57. */
export const MOST_CASES = 500;

/** Tests that one condition comes down to, derived names written out: two names may double it sixty times. */
export const MOST_TESTS = 300;

/** Placeholders of one text: each may print a whole label. */
export const MOST_PLACEHOLDERS = 10;

/** Placeholders in all labels of a flow that print other labels: they are filled in three levels deep. */
export const MOST_LABELS_IN_LABELS = 5;

/** Characters of an option's label: it is printed wherever the answer is. */
export const MOST_LABEL = 200;

/** The longest length of each unit: somebody may wait for three years, nobody for a billion days. */
export const LONGEST_LENGTH = { 'working-days': 1_000, days: 4_000, months: 1_200 } as const;

/** Months that a derived month may be later or earlier: a hundred years. */
export const MOST_MONTHS = 1_200;

/** Days off in a year: fewer than are left would make the count of working days run on for years. */
export const MOST_DAYS_OFF = 150;
