/** The ledger's file in the data folder. It stands alone, since who only names it need not load what reads it. */
export const LEDGER_FILE = "ledger.jsonl";
