# One command, the same here and in CI.
.PHONY: check format
check:
	dotnet tool restore
	dotnet build
	dotnet test --no-build

format:
	dotnet csharpier format .
