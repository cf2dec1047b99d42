if (navigator.clipboard !== undefined)
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const status = button.nextElementSibling;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      status.textContent = button.dataset.copied;
      setTimeout(() => {
        status.textContent = "";
      }, 3000);
    });
  }
