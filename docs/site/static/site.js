// Debian 12's theme is light where the browser asks for dark and the reader has not chosen.
addEventListener("DOMContentLoaded", () => {
  const theme = document.body.dataset;
  if (theme.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches) theme.theme = "dark";
});
