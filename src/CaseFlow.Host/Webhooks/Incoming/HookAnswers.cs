using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>What strangers are told: no more than a sender needs to do better.</summary>
internal static class HookAnswers
{
    public static ApiProblem NothingHere => ApiProblem.NotFound("There is nothing here.");

    public static ApiProblem WrongMethod =>
        new(StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "This method is not answered here.");

    public static ApiProblem NotProven =>
        new(StatusCodes.Status401Unauthorized, "not-verified", "The delivery does not prove who sent it.");

    public static ApiProblem NotReady =>
        new(StatusCodes.Status503ServiceUnavailable, "not-ready", "Deliveries are not taken at the moment.");

    public static ApiProblem TooLarge =>
        new(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large.");

    public static ApiProblem WrongMedia(string wanted) =>
        new(StatusCodes.Status415UnsupportedMediaType, "media-type", $"The body must be {wanted}.");

    public static ApiProblem NotReadable =>
        new(StatusCodes.Status422UnprocessableEntity, "body-not-readable", "The body is not what it says it is.");
}
