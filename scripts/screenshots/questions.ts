/** What is asked in the pictures of both platforms. */
export const QUESTIONS = {
  found: 'How many people did Klarna lay off?',
  bothSides: 'Did AI replace staff at Klarna?',
  unknown: 'How many did Shopify lay off?',
  /** For a human, who answers it. */
  handed: 'How many people does Klarna employ in Sweden?',
} as const;

export const HUMAN_ANSWER = 'The documents give no figure for Sweden. Klarna’s annual report has one, by country: look under “Employees”.';
