/** Takes a screen reader to what is new on the page, once: a function made anew for each drawing would do so each time. */
export const focusOnce = (heading: HTMLElement | null): void => heading?.focus();
