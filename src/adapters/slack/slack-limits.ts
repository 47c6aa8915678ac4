/** What Slack takes, in characters where nothing else is said; below its own numbers where those are not documented. */
export const SLACK_LIMITS = {
  /** Slack takes 50; one is kept for the mark of what is left out. */
  messageBlocks: 49,
  /** All texts of a message's blocks together: 13,297 were measured (bolt-js#2509), less with rich text. */
  messageText: 11_000,
  /** `text`, which notifications and screen readers get. */
  fallbackText: 3_000,
  /** One run of rich text; for sections Slack documents as much. */
  paragraph: 3_000,
  heading: 150,
  contextText: 2_000,
  buttons: 25,
  buttonText: 75,
  tableRows: 100,
  tableColumns: 20,
  /** All cells of a table; Slack takes 10,000. */
  tableText: 9_000,
  listItems: 100,
  /** Two in a message; of the numbers in circulation for series (6 and 12) the smaller. */
  charts: 2,
  chartTitle: 50,
  chartSeries: 6,
  chartCategories: 20,
  /** The name of a category or of a series. */
  chartLabel: 20,
  chartAxis: 50,
  /** Title of a form, and what its button says. */
  formTitle: 24,
  formLabel: 2_000,
  formText: 3_000,
  /** More are a menu. */
  radioButtons: 5,
  /** A response_url serves five times. */
  messages: 5,
  suggestedPrompts: 4,
} as const;
